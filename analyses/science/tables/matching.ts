import type { Repositories } from "./standings.ts";

const newest = (table: string): string =>
  `(source, observed_on) IN (SELECT (source, max(observed_on)) FROM ${table} GROUP BY source)`;

const columns = "source, observed_on, repo, repo_key, owner, name, licence, downloads_30d, likes";
const of = (kind: string, table: string): string =>
  `SELECT '${kind}' AS kind, ${columns} FROM ${table} WHERE ${newest(table)}`;

/** SQL for a tag or name as terms are spelt: in lower case, whatever is not a-z or 0-9 a space, one space at either end. */
function words(text: string): string {
  return `' ' || trim(lower(regexp_replace(${text}, '[^A-Za-z0-9]+', ' ', 'g'))) || ' '`;
}

/** Substrings by which an earlier report flagged repositories, over whole tags in lower case, prefixes and all. */
const flags: Readonly<Record<string, string>> = {
  bio: "contains(tag, 'bio')",
  med: "contains(tag, 'medic')",
  science: "contains(tag, 'science') AND NOT contains(tag, 'bigscience')",
};

/**
 * SQL of the common tables `repos` (repositories of the newest day), `matched` (each with a domain of science that a
 * tag of its own or its name falls into by whole words) and `flagged` (each with a substring that a tag contains).
 *
 * Tags with a colon lead elsewhere (licence, base model, data set, paper) and count for substrings alone.
 */
export function matching(repositories: Repositories): string {
  const datasets = repositories === "hub" ? ` UNION ALL BY NAME ${of("dataset", "datasets")}` : "";
  return `
    repos AS NOT MATERIALIZED (${of("model", "models")}${datasets}),
    tagged AS NOT MATERIALIZED (SELECT source, kind, repo_key, tag FROM tags WHERE ${newest("tags")}),
    texts AS NOT MATERIALIZED (
      SELECT source, kind, repo_key, 'tag' AS place, tag AS text FROM tagged WHERE NOT contains(tag, ':')
      UNION ALL SELECT source, kind, repo_key, 'name', name FROM repos
    ),
    spelt AS (SELECT place, text, ${words("text")} AS words FROM (SELECT DISTINCT place, text FROM texts)),
    spoken AS (SELECT *, unnest(list_distinct(string_split(trim(words), ' '))) AS word FROM spelt),
    terms AS (SELECT *, string_split(term, ' ')[1] AS head FROM "science-terms"),
    hits AS (
      SELECT s.place, s.text, t.domain
      FROM spoken s JOIN terms t ON t.head = s.word AND t.place IN ('any', s.place) AND contains(s.words, ' ' || t.term || ' ')
      GROUP BY s.place, s.text, t.domain HAVING bool_and(t.use = 'match')
    ),
    matched AS MATERIALIZED (
      SELECT DISTINCT t.source, t.kind, t.repo_key, h.domain FROM texts t JOIN hits h ON h.place = t.place AND h.text = t.text
    ),
    flagged AS MATERIALIZED (
      ${Object.entries(flags)
        .map(
          ([flag, holds]) =>
            `SELECT DISTINCT source, kind, repo_key, '${flag}' AS flag FROM (SELECT * REPLACE (lower(tag) AS tag) FROM tagged) WHERE ${holds}`,
        )
        .join(" UNION ALL ")}
    )`;
}

/** SQL of the common table `grouped`: `repos` with each domain, with each substring, and with (any) domain and (all). */
export const grouped = `
    grouped AS (
      SELECT r.*, g.domain FROM repos r JOIN (
        SELECT source, kind, repo_key, domain FROM matched
        UNION ALL SELECT DISTINCT source, kind, repo_key, '(any)' FROM matched
        UNION ALL SELECT source, kind, repo_key, 'substring-' || flag FROM flagged
      ) g ON g.source = r.source AND g.kind = r.kind AND g.repo_key = r.repo_key
      UNION ALL SELECT *, '(all)' FROM repos
    )`;
