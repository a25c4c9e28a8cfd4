import type { Problem } from "#kit/problem.ts";
import { tallySentence } from "#site/lib/changes/sentences.ts";
import type { ChangeEntry } from "#site/lib/changes/types.ts";
import type { Moved, Season } from "./findings.ts";
import { counted, folded, list, literal, section } from "./markdown.ts";
import { pulled, sources } from "./pulled.ts";

/**
 * The text of a season's pull request, in Markdown: what was pulled, what was made of it, what changed and why, what no
 * longer holds, and what a person must do. Long lists are cut and counted; `more` are sections of the caller's own, first.
 */
export function bodyOf(season: Season, more: readonly string[] = []): string {
  const { edition, before, generated, tables } = season;
  const against = before === null ? "the first edition" : `held against ${before.title} (${before.id})`;
  return [
    ...(generated ? [warning] : []),
    `# ${edition.title} (${edition.id}), a draft as of ${edition.asOf}, ${against}`,
    ...more,
    ...section("What a person must do", steps(season)),
    ...section(
      "What refuses a release",
      season.refusals.length === 0
        ? ""
        : list(
            season.refusals.map((one) => literal(one)),
            12,
          ),
    ),
    ...section("What was pulled", ...pulled(season.snapshots), sources(season.sources)),
    ...section(
      "Evidence",
      `${counted(tables.all.length, "table")}, of which ${tables.onHub.length} stand on snapshots of the Hub.`,
      tables.onHub.length === 0 ? "" : folded("Tables that stand on the Hub", tables.onHub.map(code).join(", ")),
    ),
    ...section("Chapters", chapters(season)),
    ...section("What changed", ...changes(season)),
    ...section("What no longer holds", openWords(season.open)),
    ...section("Advice", moved(season.advice, "No recommendation stands otherwise than before.")),
    ...section("Verdicts on published figures", moved(season.verdicts, "No verdict is another than before.")),
  ].join("\n\n");
}

const warning = `> [!CAUTION]
> **Generated data: nothing here is a finding.** The rows were made up to rehearse a season. This edition can never be
> released, and no number of it may be quoted.`;

const code = (text: string): string => `\`${text}\``;

function steps({ edition, before, open, advice, verdicts, generated }: Season): string {
  const files = new Set(open.map(({ file }) => file)).size;
  const diff = `npm run season -- diff ${before?.id ?? ""} ${edition.id} --facts`;
  return [
    ...(generated ? ["Nothing of this may be merged: pull the Hub itself and begin the season there."] : []),
    "Look at what was pulled: sizes, columns that are missing or new, drift, and every waiver.",
    ...(before === null ? [] : [`Look at what changed and why: ${code(diff)}.`]),
    ...(open.length === 0
      ? []
      : [`Write anew ${counted(open.length, "place")} in ${counted(files, "file")} that the numbers do not bear.`]),
    "Give each chapter its own finding: copied sentences with other numbers are not one.",
    ...(advice.length + verdicts.length === 0 ? [] : ["Read the advice and the verdicts that stand otherwise."]),
    `Then ${code("npm run check")}, and ${code(`npm run season -- release ${edition.id}`)}, which refuses while anything is open.`,
  ]
    .map((line, i) => `${i + 1}. ${line}`)
    .join("\n");
}

function chapters({ chapters: all }: Season): string {
  const rows = all.map(
    ({ id, title, facts, figures, complete, open }) =>
      `| ${id} | ${title.replaceAll("|", "\\|")} | ${complete ? "the complete Hub" : "a part"} | ${facts} | ${figures} | ${open || "none"} |`,
  );
  return ["| chapter | finding | stands on | facts | figures | open |", "|---|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function changes({ before, changes: { facts, tally } }: Season): string[] {
  if (before === null) return ["There is no earlier edition to hold it against."];
  const main = ({ causes: [first] }: ChangeEntry) => first?.cause ?? "unchanged";
  const groups = Map.groupBy(
    facts.filter((entry) => main(entry) !== "unchanged"),
    main,
  );
  return [
    tallySentence({ facts, tally }),
    ...[...groups].map(([cause, entries]) =>
      folded(`${counted(entries.length, "fact")}: ${cause}`, list(entries.map(changed))),
    ),
  ];
}

function changed({ analysis, id, old, new: now, difference, causes }: ChangeEntry): string {
  const reason = causes[0]?.reason;
  const step = `${literal(old?.text ?? "none")} → ${literal(now?.text ?? "none")}`;
  return `${code(`${analysis}/${id}`)} ${step}${difference === null ? "" : ` (${difference})`}${reason ? `: ${reason}` : ""}`;
}

/** Places of prose that are open, by file. */
function openWords(open: readonly Problem[]): string {
  if (open.length === 0) return "Every sentence holds.";
  const files = Map.groupBy(open, ({ file }) => file);
  const line = ({ file, line: at, column, message }: Problem) =>
    `${code(`${file}:${at}:${column}`)} ${literal(message, 160)}`;
  return [...files]
    .map(([file, own]) => folded(`${counted(own.length, "place")} in ${file}`, list(own.map(line), 10)))
    .join("\n");
}

function moved(all: readonly Moved[], none: string): string {
  if (all.length === 0) return none;
  return list(
    all.map(
      ({ id, words, was, now, because }) =>
        `${code(id)} ${was ?? "new"} → **${now}**: ${literal(words)}${because === null ? "" : `; ${literal(because)}`}`,
    ),
  );
}
