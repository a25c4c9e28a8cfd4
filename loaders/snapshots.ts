import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { raise } from "./schema/errors.ts";
import { type Snapshot, snapshot } from "./schema/snapshot.ts";

/** Admitted snapshots of one source, first to last; throws one `DataError` for all records that do not parse. */
export async function readSnapshots(source: string, dir: string): Promise<Snapshot[]> {
  const folder = join(dir, source);
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  const problems: string[] = [];
  const found = await Promise.all(files.map((file) => readSnapshot(folder, source, file, problems)));
  raise(`snapshots of ${source}`, problems);
  return found.filter((one) => one !== null).sort((a, b) => (a.observed_on < b.observed_on ? -1 : 1));
}

/** Admitted snapshots of several sources, those of one after those of the other. */
export async function readAllSnapshots(sources: readonly string[], dir: string): Promise<Snapshot[]> {
  return (await Promise.all(sources.map((source) => readSnapshots(source, dir)))).flat();
}

async function readSnapshot(
  folder: string,
  source: string,
  file: string,
  problems: string[],
): Promise<Snapshot | null> {
  const at = `data/snapshots/${source}/${file}`;
  const { data, error } = snapshot.safeParse(parsed(await readFile(join(folder, file), "utf8")));
  for (const { path, message } of error?.issues ?? []) problems.push(`${at}: ${path.join(".") || "$"} ${message}`);
  if (data && (data.source !== source || `${data.label}.json` !== file))
    problems.push(`${at}: is the record of ${data.source} ${data.label}; folder and name must say so`);
  return data ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
