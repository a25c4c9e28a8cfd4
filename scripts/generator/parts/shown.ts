import { stream } from "./draw.ts";
import { at, type Population, status } from "./population.ts";

/** Puts counters on show; where they stand still, a quarter of the rows keep those of the snapshot before. */
export function show(of: Population, snapshot: number, stalled: boolean, known: Uint8Array, seed: number): void {
  const late = stream(seed, `${of.kind} late ${snapshot}`);
  for (let i = 0; i < of.size; i++) {
    if (at(of.status, i) !== status.listed) continue;
    if (stalled && at(known, i) === status.listed && late(i) < 0.25) continue;
    of.shownDownloads[i] = at(of.downloads, i);
    of.shownTotal[i] = at(of.total, i);
  }
}
