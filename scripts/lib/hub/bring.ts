import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import { cachedPath, mismatch } from "../cache.ts";
import { download } from "../download.ts";
import { type Progress, silent } from "../progress.ts";
import { putFile } from "../snapshots/put.ts";
import { HubError, nameOf } from "./error.ts";
import { type HubFile, openerOf } from "./fetch-file.ts";
import type { Hub } from "./hub.ts";
import { metered } from "./meter.ts";

/** A file of the Hub and its place on this machine. */
export interface Errand {
  readonly table: SnapshotTable;
  readonly file: HubFile;
  readonly local: string;
}

/** Those errands that are not done: a file whose bytes are in place, or are kept in the cache and put there, is not asked for again. */
export async function undone(errands: readonly Errand[], cache: string): Promise<Errand[]> {
  const left: Errand[] = [];
  for (const errand of errands) if (!(await held(errand, cache))) left.push(errand);
  return left;
}

async function held({ file, local }: Errand, cache: string): Promise<boolean> {
  if ((await mismatch(local, file)) === null) return true;
  const kept = cachedPath(cache, file);
  if ((await mismatch(kept, file)) !== null) return false;
  await putFile(kept, local);
  return true;
}

/** Brings a file, whole and verified or not at all; throws a `HubError`. What came so far stays for the next run. */
export async function bring({ file, local }: Errand, hub: Hub, progress: Progress = silent): Promise<void> {
  const open = metered(openerOf(hub, file), file.bytes, progress);
  const wait = (attempt: number) => hub.clock.sleep(250 * 2 ** attempt * (1 + hub.clock.random()));
  const { repo, revision, path } = file;
  const name = nameOf({ repo, revision, file: path });
  const pin = { path, url: urlOf(file), bytes: file.bytes, sha256: file.sha256 };
  const wrong = await download(pin, local, { open, wait }).catch((error) => {
    throw full(error) ? new HubError(name, "disk", "no room is left on the disk; what came so far is kept") : error;
  });
  if (wrong) throw new HubError(name, ruleOf(wrong.rule), wrong.detail);
}

/** Where anybody finds the file, whatever server it came from. */
export function urlOf({ repo, revision, path }: HubFile): string {
  return `https://huggingface.co/datasets/${repo}/resolve/${revision}/${path}`;
}

function ruleOf(rule: string) {
  if (rule === "hash") return "hash";
  return rule === "short" || rule === "long" ? "size" : "network";
}

function full(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["ENOSPC", "EDQUOT"].includes(String(error.code));
}
