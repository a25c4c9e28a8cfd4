import { defineCommand } from "citty";
import { causes } from "#kit/changes/causes.ts";
import { readEditions } from "#loaders/editions.ts";
import { assemble, type Report } from "#site/lib/assemble.ts";
import { changesBetween } from "#site/lib/changes/between.ts";
import { changesOfAll, today } from "#site/lib/changes/today.ts";
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
    const [old, now] = await chosen(args.old, args.new);
    const changes = await compare(old, now);
    const text = args.json ? `${JSON.stringify(changes, null, 2)}\n` : lines(changes, args.facts === true);
    process.stdout.write(text);
  },
});

/** Two known editions, the earlier first; the other way round is a wrong call, since causes lead one way. */
async function chosen(old: string, now: string): Promise<[string, string]> {
  const editions = await readEditions(pathsAt().editions);
  const known = editions.map(({ id }) => id);
  choose([old, now], known, "edition");
  if (old === now) throw new UsageError(`${old} and ${now} are one edition: name two`);
  if (known.indexOf(old) < known.indexOf(now))
    throw new UsageError(`${old} speaks of a later day than ${now}: write diff ${now} ${old}`);
  return [old, now];
}

async function compare(old: string, now: string): Promise<Changes> {
  const { start, step, stop } = progress("diff");
  start(3);
  try {
    const modules = await loadAnalyses(pathsAt().analyses);
    step("read the code of the analyses");
    const reports = await assemble(modules);
    step("computed the editions");
    const changes = await between(reports, [old, now], await today(modules));
    step("held every fact against its other");
    return changes;
  } finally {
    stop();
  }
}

/** Those that were sealed with the later edition if they are against the same one, else as today's code makes them. */
async function between(
  reports: readonly Report[],
  [old, now]: readonly [string, string],
  code: Awaited<ReturnType<typeof today>>,
): Promise<Changes> {
  const find = (id: string): Report | undefined => reports.find(({ edition }) => edition.id === id);
  const [before, after] = [find(old), find(now)];
  if (before === undefined || after === undefined) throw new UsageError(`no edition ${before ? now : old}`);
  const sealed = after.edition.status === "released" ? changesOfAll([after], code)[0] : undefined;
  return sealed?.before?.id === old ? sealed : changesBetween(before, after, code);
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
