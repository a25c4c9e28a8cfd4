import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import { domainsOf, flagsOf, type Tagged } from "#test/oracles/science.ts";
import { tarEntries } from "#test/oracles/tar.ts";
import { rawParquet } from "#test/support/raw-rows.ts";
import { reference } from "#test/support/science.ts";
import { committed } from "#test/support/science-chapter.ts";

/** A repository of a raw file, and where its words lead by plain loops. */
interface Read extends Tagged {
  readonly source: string;
  readonly owner: string;
  readonly downloads: number;
  readonly likes: number;
  readonly domains: readonly string[];
  readonly flags: readonly string[];
}

function read(source: string, one: Tagged & { downloads: number; likes: number }): Read {
  const owner = (one.repo.split("/")[0] ?? "").toLowerCase();
  return { ...one, source, owner, domains: domainsOf(one, reference.terms), flags: flagsOf(one) };
}

async function radar(): Promise<Read[]> {
  const { record } = await realSource("radar");
  const [archive] = record.archives;
  if (archive === undefined) throw new Error("the record of radar has no archive");
  const documents = tarEntries(cachedPath(pathsAt().cache, archive)).filter(({ path }) =>
    /^data\/[^/]+\/[^/]+\.json$/.test(path),
  );
  return documents.map(({ text }) => {
    const { id, tags, downloads_30d, likes } = JSON.parse(text);
    return read("radar", { repo: id, tags, downloads: downloads_30d, likes });
  });
}

async function sample(): Promise<Read[]> {
  const [file] = (await realFiles("hub-stats-sample")).values();
  const rows = await rawParquet(String(file));
  return rows.map(({ id, tags, downloads, likes }) =>
    read("hub-stats-sample", {
      ...{ repo: String(id), tags: tags as string[], downloads: Number(downloads), likes: Number(likes) },
    }),
  );
}

const strata = ({ domains, flags }: Read): string[] => [...domains, ...flags.map((flag) => `substring-${flag}`)];

describeReal("plain loops over the raw rows", async () => {
  const all = [...(await radar()), ...(await sample())];

  test("give each domain's models, downloads, likes and namespaces as the evidence has them", () => {
    for (const row of committed()["science-downloads"] ?? []) {
      const domain = String(row.domain);
      const own = all.filter(
        (one) =>
          one.source === row.source &&
          (domain === "(all)" || (domain === "(any)" ? one.domains.length > 0 : strata(one).includes(domain))),
      );
      const sorted = own.map(({ downloads }) => downloads).sort((a, b) => a - b);
      expect(row, `${row.source} ${domain}`).toMatchObject({
        repositories: own.length,
        downloads_30d: sorted.reduce((sum, downloads) => sum + downloads, 0),
        likes: own.reduce((sum, { likes }) => sum + likes, 0),
        namespaces: new Set(own.map(({ owner }) => owner)).size,
        unused: sorted.filter((downloads) => downloads === 0).length,
        median_downloads_30d: sorted[Math.ceil(sorted.length / 2) - 1],
        top_downloads_30d: sorted.at(-1),
      });
    }
  });

  test("give every combination of domains and substrings", () => {
    const count = (of: Iterable<readonly [string, number]>): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const [key, n] of of) counts[key] = (counts[key] ?? 0) + n;
      return counts;
    };
    const found = (committed()["science-owners"] ?? []).map(
      (row) => [`${row.source} ${row.domains} ${row.flags}`, Number(row.repositories)] as const,
    );
    const expected = all.map(
      ({ source, domains, flags }) =>
        [`${source} ${domains.join("+") || "(none)"} ${flags.join("+") || "(none)"}`, 1] as const,
    );
    expect(count(found)).toEqual(count(expected));
  });

  test("draw the labelled sample again: thirty a stratum by the hash of seed, stratum and name, or all", () => {
    const place = (domain: string, repo: string): string =>
      createHash("sha256").update(`science-labels-1/${domain}/${repo.toLowerCase()}`).digest("hex");
    const sizes = new Map((committed()["labelled-strata"] ?? []).map(({ domain, models }) => [domain, models]));
    for (const domain of new Set(reference.labels.map((row) => row.domain))) {
      const keys = new Set(all.filter((one) => strata(one).includes(domain)).map(({ repo }) => repo.toLowerCase()));
      expect(sizes.get(domain), domain).toBe(keys.size);
      const drawn = [...keys].sort((a, b) => (place(domain, a) < place(domain, b) ? -1 : 1)).slice(0, 30);
      const labelled = reference.labels.filter((row) => row.domain === domain).map(({ repo }) => repo.toLowerCase());
      expect(labelled.sort(), domain).toEqual(drawn.sort());
    }
  });
});
