import { resolve } from "node:path";
import { defineCommand } from "citty";
import { raise } from "#loaders/schema/errors.ts";
import { UsageError } from "../cli.ts";
import { pathsAt } from "../paths.ts";
import { progress } from "../progress.ts";
import { rehearse } from "./rehearse/rehearse.ts";

/** `season rehearse`: a whole season on a generated Hub, in a copy of the project. */
export default defineCommand({
  meta: {
    name: "npm run season -- rehearse",
    description:
      "Rehearse a season on a generated Hub, in a copy of the project: pull, gates, tables, every chapter, and the pull request's text.",
  },
  args: {
    models: { type: "string", default: "10000", description: "Models in the first month of the generated Hub, about" },
    months: { type: "string", default: "4", description: "Months of the generated Hub, 2 or more" },
    seed: { type: "string", default: "1", description: "The same seed gives the same Hub" },
    out: {
      type: "string",
      description: "Folder for the copy, missing or empty; it is kept (default: a new one, which is removed)",
      valueHint: "DIR",
    },
    keep: { type: "boolean", description: "Keep the copy, whatever comes, and say where it is" },
    json: { type: "boolean", description: "Print JSON: what was found, what was compared, and the text" },
  },
  run: async ({ args }) => {
    if (args._.length > 0) throw new UsageError("rehearse takes options alone");
    const out = args.out === undefined ? null : resolve(args.out);
    const sizes = numbers({ models: args.models, months: args.months, seed: args.seed });
    const wanted = { ...sizes, out, keep: (args.keep ?? false) || out !== null };
    const found = await rehearse(wanted, pathsAt(), progress("rehearse"));
    process.stdout.write(args.json ? `${JSON.stringify(found, null, 2)}\n` : `${found.body}\n`);
    if (found.folder !== null)
      process.stderr.write(`kept: ${found.folder}, its site in ${found.folder}/${found.site}\n`);
    process.stderr.write(`${found.truthLines[0]}\n`);
    raise("tables that are not what they must be", found.truth.differences);
  },
});

/** Fewest models and months that make a Hub with everything that the chapters count. */
const least = { models: 500, months: 2, seed: 0 } as const;

function numbers(words: Readonly<Record<keyof typeof least, string>>): Record<keyof typeof least, number> {
  const names = Object.keys(least) as (keyof typeof least)[];
  const bad = names.filter((name) => !/^\d{1,9}$/.test(words[name]) || Number(words[name]) < least[name]);
  if (bad.length > 0)
    throw new UsageError(
      bad.map((name) => `--${name} is ${words[name]}; give a whole number from ${least[name]} on`).join("\n"),
    );
  const [models = 0, months = 0, seed = 0] = names.map((name) => Number(words[name]));
  return { models, months, seed };
}
