import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { AstroInlineConfig } from "astro";
import { defineCommand } from "citty";
import { readEditions } from "#loaders/editions.ts";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { assemble, type Report } from "#site/lib/assemble.ts";
import { give } from "#site/lib/given.ts";
import { loadAnalyses } from "./lib/analyses.ts";
import { buildSite } from "./lib/astro.ts";
import { good, main, UsageError } from "./lib/cli.ts";
import { openProse } from "./lib/open-prose.ts";
import { pathsAt } from "./lib/paths.ts";
import { type TablesReport, verifyTables } from "./lib/verify.ts";

const command = defineCommand({
  meta: {
    name: "npm run report --",
    description:
      "The main job: verify the committed tables, compute every chapter, build the site into dist/. Needs no network.",
  },
  args: {
    out: {
      type: "string",
      description: "Folder to build into: dist, or one inside .cache/builds",
      valueHint: "DIR",
      default: "dist",
    },
    "drafts-open": {
      type: "boolean",
      description: "Mark and list what drafts say and their numbers do not, where it would fail; never into dist",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    const paths = pathsAt();
    const out = target(paths.root, args.out);
    const open = args["drafts-open"] === true;
    if (open && out === join(paths.root, "dist"))
      throw new UsageError("--drafts-open makes a site to look at, not to publish: add --out .cache/builds/NAME");
    const say = (text: string): void => void (args.json || process.stdout.write(`${text}\n`));
    const editions = await readEditions(paths.editions);
    const tables = await Promise.all(editions.map(({ id }) => verifyTables(id, paths)));
    raise(
      "committed tables",
      tables.flatMap(({ problems }) => problems),
    );
    const reports = await assemble(await loadAnalyses(paths.analyses), { open });
    give(reports);
    say(`${good("verified")}  ${tables.reduce((sum, one) => sum + one.tables.length, 0)} tables`);
    for (const report of reports) say(`${good(verbOf(report))}${summary(report)}`);
    const marking = open ? openProse(reports, paths.root) : {};
    const pages = await replace(out, join(paths.root, ".cache", `site-${process.pid}`), marking);
    say(`${good("built")}     ${pages} pages in ${relative(paths.root, out)}/`);
    for (const { file, line, column, message } of reports.flatMap((report) => report.open))
      say(`open      ${file}:${line}:${column} ${message}`);
    for (const note of tables.flatMap(({ notes }) => notes)) say(`stale     ${note}`);
    if (args.json) process.stdout.write(`${JSON.stringify(machine(reports, tables, pages), null, 2)}\n`);
  },
});

/** Where the site goes. Whatever stands there is replaced, so only `dist` and folders inside `.cache/builds` are allowed. */
function target(root: string, out: string): string {
  const path = resolve(root, out);
  if (path === join(root, "dist") || path.startsWith(join(root, ".cache", "builds") + sep)) return path;
  throw new UsageError(`--out replaces a folder: use dist or a folder inside .cache/builds, not "${out}"`);
}

/** Builds beside the old site and puts the new one in its place only when it is whole. */
async function replace(target: string, fresh: string, config: AstroInlineConfig): Promise<number> {
  try {
    const pages = await buildSite(fresh, config);
    if (pages === 0) throw new DataError("site", ["the build made no page"]);
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
    return pages;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function verbOf({ edition }: Report): string {
  return edition.status === "released" ? "read      " : "computed  ";
}

function summary({ edition, chapters }: Report): string {
  const counts = chapters.map(
    ({ analysis, facts, figures }) => `${analysis.id} (${facts.size} facts, ${figures.size} figures)`,
  );
  return `${edition.id}, ${edition.status}: ${counts.join(", ")}`;
}

function machine(reports: readonly Report[], tables: readonly TablesReport[], pages: number) {
  return {
    pages,
    editions: reports.map(({ edition, chapters, open }) => ({
      id: edition.id,
      status: edition.status,
      chapters: chapters.map(({ analysis, facts, figures }) => ({
        id: analysis.id,
        facts: facts.size,
        figures: figures.size,
      })),
      open,
      stale: tables.find((one) => one.edition === edition.id)?.notes ?? [],
    })),
  };
}

await main(command);
