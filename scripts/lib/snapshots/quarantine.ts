import { readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { ownPart } from "../part.ts";
import type { Outcome } from "./admit.ts";
import { jsonText, putFile, putText } from "./put.ts";
import { reportOf } from "./report.ts";

/** Where a refused snapshot is kept, to be looked at. */
export function quarantinePath(
  dir: string,
  { source, label }: { readonly source: string; readonly label: string },
): string {
  return join(dir, source, label);
}

/** Puts the files of a refused snapshot aside, with what was found in `report.json`; the given folder stays as it is. */
export async function quarantine(outcome: Outcome, dir: string): Promise<void> {
  const { origin, files } = outcome.folder;
  const place = quarantinePath(dir, origin);
  const next = ownPart(place);
  for (const file of files) await putFile(file.local, join(next, basename(file.local)));
  await putText(join(next, "snapshot.json"), jsonText(origin));
  await putText(join(next, "report.json"), jsonText(reportOf(outcome)));
  await rm(place, { recursive: true, force: true });
  await rename(next, place);
}

/** Refused snapshots, as source/label. */
export async function quarantined(dir: string): Promise<string[]> {
  const sources = await readdir(dir).catch(() => []);
  const held = await Promise.all(
    sources.map(async (source) =>
      (await readdir(join(dir, source)).catch(() => [])).map((label) => `${source}/${label}`),
    ),
  );
  return held
    .flat()
    .filter((one) => /\/\d{4}-\d{2}-\d{2}$/.test(one))
    .sort();
}
