import { spawnSync } from "node:child_process";
import { defineCommand } from "citty";
import { readEditions } from "#loaders/editions.ts";
import { raise } from "#loaders/schema/errors.ts";
import { assemble } from "#site/lib/assemble.ts";
import { loadAnalyses } from "./lib/analyses.ts";
import { good, main } from "./lib/cli.ts";
import { pathsAt } from "./lib/paths.ts";
import { verifyTables } from "./lib/verify.ts";

const tools: Readonly<Record<string, readonly string[]>> = {
  lint: ["biome", "check", "."],
  types: ["astro", "check", "--minimumFailingSeverity", "warning"],
};

const command = defineCommand({
  meta: {
    name: "npm run check --",
    description: "Check lint and format, types, reference data, facts, figures and prose; all at once.",
  },
  run: async () => {
    const failed = Object.entries(tools)
      .filter(([name, line]) => !run(name, line))
      .map(([name]) => `${name}: see above`);
    const paths = pathsAt();
    const editions = await readEditions(paths.editions);
    const tables = await Promise.all(editions.map(({ id }) => verifyTables(id, paths)));
    raise("check", [...failed, ...tables.flatMap(({ problems }) => problems)]);
    const prose = await assemble(await loadAnalyses(paths.analyses)).then(
      () => [],
      (error: unknown) => [error instanceof Error ? error.message : String(error)],
    );
    if (prose.length === 0) process.stdout.write(`${good("passed")}  reference data, facts, figures, prose\n`);
    raise("check", [...failed, ...prose]);
  },
});

/** Runs a tool of `node_modules/.bin`; its own output tells what is wrong. */
function run(name: string, [tool = "", ...args]: readonly string[]): boolean {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
  const passed = spawnSync(tool, args, { stdio: "inherit", env, shell: process.platform === "win32" }).status === 0;
  if (passed) process.stdout.write(`${good("passed")}  ${name}\n`);
  return passed;
}

await main(command);
