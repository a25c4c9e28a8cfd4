import { defineCommand } from "citty";
import { good, UsageError } from "../cli.ts";
import { pathsAt } from "../paths.ts";
import { begin, plannedEdition } from "./begin.ts";
import type { EditionPlan, LeftOut } from "./plan.ts";

/** `season new`: a draft that pins what is on record, with the prose of an edition as a start. */
export default defineCommand({
  meta: {
    name: "npm run season -- new",
    description: "Begin an edition: a draft that pins every source with evidence by its day, and prose to start from.",
  },
  args: {
    id: { type: "positional", required: true, description: "A year and a season: 2027-spring" },
    "as-of": {
      type: "string",
      description: "Last day that it speaks about (default: the last of the season, or today)",
      valueHint: "DAY",
    },
    from: {
      type: "string",
      description: "Edition whose prose is the start (default: the newest)",
      valueHint: "EDITION",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    const paths = pathsAt();
    const today = new Date().toISOString().slice(0, 10);
    const plan = await plannedEdition({ id: args.id, asOf: args["as-of"], from: args.from, today }, paths);
    const files = await begin(plan, paths);
    process.stdout.write(args.json ? `${JSON.stringify({ ...plan, files }, null, 2)}\n` : lines(plan, files));
  },
});

function lines(plan: EditionPlan, files: readonly string[]): string {
  const { edition, from } = plan;
  const pins = Object.entries(edition.sources).map(([id, revision]) => [id, revision.slice(0, 12)] as const);
  const steps = [
    [`npm run tables -- ${edition.id}`, "build its evidence from raw data"],
    ["npm run check", "what its prose says and its numbers do not"],
    [`npm run season -- diff ${plan.inOrder.join(" ")}`, "what changed, and why"],
  ] as const;
  const left = ({ id, because }: LeftOut) => [id, because] as const;
  return [
    `${good("made")}  ${edition.title}, a draft as of ${edition.as_of}`,
    ...files.map((file) => `      ${file}`),
    ...listed(`It pins ${pins.length} sources:`, pins),
    ...listed("It does without sources:", plan.withoutSources.map(left)),
    ...listed(`It does without chapters of ${from}:`, plan.withoutChapters.map(left)),
    ...listed(`Its prose is that of ${from}, word for word: give each chapter its own finding. Next:`, steps),
    "",
  ].join("\n");
}

function listed(head: string, rows: readonly (readonly [string, string])[]): string[] {
  const wide = Math.max(...rows.map(([first]) => first.length));
  return rows.length === 0 ? [] : ["", head, ...rows.map(([first, rest]) => `  ${first.padEnd(wide)}  ${rest}`)];
}
