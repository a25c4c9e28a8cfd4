import { basename, join } from "node:path";
import { defineCommand } from "citty";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import { loadAnalyses } from "./lib/analyses.ts";
import { good, main, UsageError } from "./lib/cli.ts";
import { chooseEdition } from "./lib/editions.ts";
import { type Paths, pathsAt } from "./lib/paths.ts";
import { type Plan, planOf, readNames, type Wanted } from "./lib/scaffold/plan.ts";
import { scaffold } from "./lib/scaffold/write.ts";

/** Source of the template's first finding. */
const source = "hub-stats-sample";

/** What each file of the template is for. */
const about: Readonly<Record<string, string>> = {
  "analysis.ts": "from evidence and registries to facts, frames, a title and a standfirst",
  "comparisons.ts": "published figures beside the nearest facts",
  "facts.ts": "each number with its definition, n and denominator",
  "figures.ts": "how frames are drawn and described in words",
  "headlines.ts": "numbers for the home page",
  "tables.ts": "the evidence: declared columns, sources, population, SQL over canonical tables",
};

const command = defineCommand({
  meta: {
    name: "npm run analysis --",
    description: "Begin a new analysis: one folder with tables, facts, a figure and prose that pass every check.",
  },
  args: {
    verb: { type: "positional", required: false, description: "new ID: lower-case words joined by -" },
    title: { type: "string", description: "Short name for navigation (default: the id in words)", valueHint: "WORDS" },
    question: { type: "string", description: "The question that it answers", valueHint: "SENTENCE" },
    order: { type: "string", description: "Place in the table of contents (default: after the last)", valueHint: "N" },
    edition: { type: "string", description: "Edition of its prose (default: the newest)", valueHint: "ID" },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const paths = pathsAt();
    const { title, question, order } = args;
    const plan = await planned({ id: idOf(args._), title, question, order }, paths);
    const edition = writable(await chooseEdition(paths.editions, args.edition));
    const files = await scaffold(plan, edition.id, paths.analyses);
    process.stdout.write(
      args.json ? `${JSON.stringify({ ...plan, edition: edition.id, files }, null, 2)}\n` : lines(plan, files),
    );
  },
});

function idOf([verb, id = "", ...rest]: readonly string[]): string {
  if (verb !== "new")
    throw new UsageError(`${verb === undefined ? "say what to do" : `unknown verb "${verb}"`}: new ID`);
  if (id === "" || rest.length > 0) throw new UsageError("new takes one id");
  return id;
}

async function planned(wanted: Wanted, { root, analyses }: Paths): Promise<Plan> {
  const names = await readNames(analyses, join(root, "site", "pages"));
  const known = (await loadAnalyses(analyses)).map(({ default: { id, order } }) => [id, order] as const);
  return planOf(wanted, { ...names, orders: new Map(known) });
}

/** An edition that can still be written, and that pins the source of the first finding. */
function writable(edition: Edition): Edition {
  const { id, status, sources } = edition;
  if (status === "released") throw new DataError(`edition ${id}`, ["is released: its chapters are sealed"]);
  if (source in sources) return edition;
  throw new DataError(`edition ${id}`, [
    `does not pin ${source}, on which the template stands: pin it, or start by hand`,
  ]);
}

function lines({ id, title, order }: Plan, files: readonly string[]): string {
  const wide = Math.max(...files.map((file) => file.length));
  const steps = [
    "npm run tables             build its evidence",
    "npm run dev                write with instant reload",
    "npm run check              lint, types, facts, figures and prose",
    "npm test                   the first run draws the golden pictures",
  ];
  return [
    `${good("made")}  ${title}, chapter ${order}`,
    ...files.map((file) => `      ${file.padEnd(wide)}  ${about[basename(file)] ?? "the prose"}`),
    "",
    `Next: put your question's evidence into analyses/${id}/tables.ts. It stands as it is:`,
    ...steps.map((step) => `  ${step}`),
    "",
  ].join("\n");
}

await main(command);
