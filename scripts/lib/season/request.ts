import { defineCommand } from "citty";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import type { Report } from "#site/lib/assemble.ts";
import { UsageError } from "../cli.ts";
import { chooseEdition } from "../editions.ts";
import { type Paths, pathsAt } from "../paths.ts";
import { bodyOf } from "./request/body.ts";
import { type Season, seasonOf } from "./request/findings.ts";

/** `season request`: the text of the pull request of a draft, for whoever judges it. */
export default defineCommand({
  meta: {
    name: "npm run season -- request",
    description:
      "Print the text of a draft's pull request: what was pulled, what changed and why, what no longer holds, what is to do.",
  },
  args: {
    edition: { type: "positional", required: false, description: "Id of the draft (default: the newest edition)" },
    note: { type: "string", description: "What its text begins with, in Markdown", valueHint: "TEXT" },
    json: { type: "boolean", description: "Print JSON: what was found, and the text" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    const paths = pathsAt();
    const edition = await chooseEdition(paths.editions, args.edition);
    if (edition.status === "released")
      throw new UsageError(`edition ${edition.id} is released: a request is for a draft, npm run season -- new ID`);
    const season = await look(edition, paths);
    const body = bodyOf(season, args.note === undefined ? [] : [args.note]);
    process.stdout.write(args.json ? `${JSON.stringify({ season, body }, null, 2)}\n` : `${body}\n`);
  },
});

/** Computes a draft, with what its numbers do not bear, and holds it against the newest released edition before it. */
async function look({ id }: Edition, { analyses }: Paths): Promise<Season> {
  const [{ assemble }, { loadAnalyses }, { changesBetween }, { today }, { reportReasons }] = await Promise.all([
    import("#site/lib/assemble.ts"),
    import("../analyses.ts"),
    import("#site/lib/changes/between.ts"),
    import("#site/lib/changes/today.ts"),
    import("./seal/reasons.ts"),
  ]);
  const modules = await loadAnalyses(analyses);
  const reports = await assemble(modules, { open: true });
  const index = reports.findIndex(({ edition }) => edition.id === id);
  const report = reports[index];
  if (report === undefined) throw new DataError(`edition ${id}`, ["has no report"]);
  const before = reports.slice(index + 1).find(isReleased) ?? null;
  return seasonOf(report, before, changesBetween(before, report, await today(modules)), reportReasons(report));
}

function isReleased({ edition }: Report): boolean {
  return edition.status === "released";
}
