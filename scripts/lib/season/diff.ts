import { defineCommand } from "citty";
import { causes } from "#kit/changes/causes.ts";
import { readEditions } from "#loaders/editions.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { raise } from "#loaders/schema/errors.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { readToCompare } from "#site/lib/changes/drafts.ts";
import { readSealedChanges, today } from "#site/lib/changes/today.ts";
import type { ChangeEntry, Changes } from "#site/lib/changes/types.ts";
import { loadAnalyses } from "../analyses.ts";
import { choose, UsageError } from "../cli.ts";
import { pathsAt } from "../paths.ts";
import { progress } from "../progress.ts";

/** `season diff`: every fact of two editions, old and new, with the cause of its change. */
export default defineCommand({
  meta: {
    name: "npm run season -- diff",
    description: "Compare two editions: how many facts changed in each chapter, and why.",
  },
  args: {
    old: { type: "positional", required: true, description: "Id of the earlier edition" },
    new: { type: "positional", required: true, description: "Id of the later edition" },
    facts: { type: "boolean", description: "Print each fact that is not the same" },
    json: { type: "boolean", description: "Print JSON: every fact, also those that are the same" },
  },
  run: async ({ args }) => {
    if (args._.length > 2) throw new UsageError("diff takes two editions");
    const { changes, notes } = await compare(...(await chosen(args.old, args.new)));
    const text = args.json ? `${JSON.stringify(changes, null, 2)}\n` : lines(changes, args.facts === true);
    process.stdout.write(text);
    raise("chapters that could not be computed, and so not compared", notes);
  },
});

/** Two known editions, the earlier first; the other way round is a wrong call, since causes lead one way. */
async function chosen(old: string, now: string): Promise<[Edition, Edition]> {
  const editions = await readEditions(pathsAt().editions);
  const known = editions.map(({ id }) => id);
  choose([old, now], known, "edition");
  if (old === now) throw new UsageError(`${old} and ${now} are one edition: name two`);
  if (known.indexOf(old) < known.indexOf(now))
    throw new UsageError(`${old} speaks of a later day than ${now}: write diff ${now} ${old}`);
  const [later, earlier] = editions.filter(({ id }) => id === old || id === now);
  if (later === undefined || earlier === undefined) throw new UsageError(`${old} and ${now} are not two editions`);
  return [earlier, later];
}

/** The changes, and why chapters of either edition could not be computed. */
interface Compared {
  readonly changes: Changes;
  readonly notes: readonly string[];
}

async function compare(old: Edition, now: Edition): Promise<Compared> {
  const { start, step, stop } = progress("diff");
  start(3);
  try {
    const code = await today(await loadAnalyses(pathsAt().analyses));
    step("read the code of the analyses");
    const read = [await readToCompare(old, code), await readToCompare(now, code)] as const;
    step("read or computed both editions");
    const [before, after] = [read[0].comparable, read[1].comparable];
    const changes = sealedWith(now, old) ?? changesBetween(before, after, code);
    step("held every fact against its other");
    const notes = read.flatMap(({ comparable, failed }) =>
      [...failed].map(([id, reason]) => `${comparable.edition.id} ${id}: ${reason}`),
    );
    return { changes, notes };
  } finally {
    stop();
  }
}

/** The changes that were sealed with an edition, where they are against this earlier one. */
function sealedWith(now: Edition, old: Edition): Changes | null {
  const sealed = now.status === "released" ? readSealedChanges(now.id) : null;
  return sealed?.before?.id === old.id ? sealed : null;
}

function lines(changes: Changes, withFacts: boolean): string {
  const { before, edition, tally, chapters, facts } = changes;
  const rows = [...chapters.map((one) => [one.label, one.tally] as const), ["all", tally] as const];
  const wide = Math.max(...rows.map(([label]) => label.length), "chapter".length);
  const cells = (values: readonly (number | string)[]): string =>
    causes.map((cause, i) => String(values[i] || "·").padStart(cause.length)).join("  ");
  return [
    `${before?.title ?? "nothing"} (${before?.id ?? "none"}) to ${edition.title} (${edition.id}): ${facts.length} facts, by main cause`,
    `${"chapter".padEnd(wide)}  ${cells(causes)}`,
    ...rows.map(([label, counts]) => `${label.padEnd(wide)}  ${cells(counts.map(({ count }) => count))}`),
    ...(withFacts ? ["", ...facts.filter(differs).map(line)] : []),
    "",
  ].join("\n");
}

function differs({ causes: [first] }: ChangeEntry): boolean {
  return first?.cause !== "unchanged";
}

function line(entry: ChangeEntry): string {
  const { analysis, id, old, new: now, difference, causes: all } = entry;
  const why = all
    .map(({ cause, text, reason }) => `${cause}${(reason ?? text) ? ` (${reason ?? text})` : ""}`)
    .join("; ");
  const step = `${old?.text ?? "none"} -> ${now?.text ?? "none"}`;
  return `${analysis}/${id}  ${step}${difference === null ? "" : `  ${difference}`}  ${why}`;
}
