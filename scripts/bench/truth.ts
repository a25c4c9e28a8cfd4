import { rm } from "node:fs/promises";
import { join } from "node:path";
import { wholeHub } from "#kit/hub/standing.ts";
import { hubTables } from "#kit/hub/tables.ts";
import { loadReference, loadSources, selectSources } from "#loaders/engine/canonical.ts";
import { openEngine } from "#loaders/engine/engine.ts";
import { runEvidence } from "#loaders/engine/evidence.ts";
import { snapshotFiles } from "#loaders/hub/files.ts";
import { hubLoaders } from "#loaders/hub/loaders.ts";
import { readReference } from "#loaders/reference.ts";
import { raise } from "#loaders/schema/errors.ts";
import { generateHub } from "../generator/hub.ts";
import { generatedHub } from "../lib/generated.ts";
import { pathsAt } from "../lib/paths.ts";
import type { Progress } from "../lib/progress.ts";
import { truthOf, untrue } from "../lib/truth.ts";

/** Snapshots of the Hub that is compared. */
const months = 2;

/**
 * Generates a Hub of two months and holds every evidence table against its truth file; throws a `DataError` that names
 * each table that differs, and gives the rows of each otherwise.
 */
export async function benchTruth(models: number, cache: string, progress: Progress) {
  const dir = join(cache, `truth-${models}`);
  await rm(dir, { recursive: true, force: true });
  const { owners, renames } = await readReference(pathsAt().reference);
  const registry = owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
  await generateHub({ models, months, seed: 1, owners: registry }, dir, progress);
  const schemas = hubTables.map((make) => make(wholeHub));
  progress.start(schemas.length);
  const [files, truth, engine] = [await generatedHub(dir), truthOf(dir), await openEngine()];
  const problems: string[] = [];
  const lines: { table: string; rows: number; truth: string }[] = [];
  try {
    const loads = hubLoaders("hub", snapshotFiles).map((loader) => ({ loader, files }));
    await loadSources(engine, loads);
    await loadReference(engine, { owners, renames });
    await selectSources(engine, loads, ["hub"]);
    for (const schema of schemas) {
      const rows = await runEvidence(engine, schema);
      problems.push(...[untrue(schema.name, rows, truth[schema.name], Object.keys(schema.columns)) ?? []].flat());
      lines.push({ table: schema.name, rows: rows.length, truth: "equal" });
      progress.step(schema.name);
    }
  } finally {
    progress.stop();
    engine.close();
  }
  raise(`${models} generated models, against their truth file`, problems);
  return lines;
}
