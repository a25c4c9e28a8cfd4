import { readdir } from "node:fs/promises";
import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import type { Paths } from "../paths.ts";
import { quarantined } from "./quarantine.ts";

/** Admitted snapshots of all sources, and refused ones as source/label. */
export interface Listing {
  readonly admitted: readonly Snapshot[];
  readonly refused: readonly string[];
}

/** Every admitted and every refused snapshot. */
export async function listSnapshots(paths: Pick<Paths, "snapshots" | "quarantine">): Promise<Listing> {
  const entries = await readdir(paths.snapshots, { withFileTypes: true }).catch(() => []);
  const sources = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const admitted = await Promise.all(sources.map((source) => readSnapshots(source, paths.snapshots)));
  return { admitted: admitted.flat(), refused: await quarantined(paths.quarantine) };
}

/** One line a snapshot. */
export function listLines({ admitted, refused }: Listing): string {
  const lines = [...admitted.map(line), ...refused.map((one) => `${one.replace("/", "  ")}  refused, in quarantine`)];
  return lines.length === 0 ? "no snapshots\n" : lines.map((one) => `${one}\n`).join("");
}

function line({ source, label, observed_on, generated, tables, waivers, admitted_on }: Snapshot): string {
  const rows = Object.entries(tables).map(([table, one]) => `${one.rows} ${table.replace("daily_", "")}`);
  const told = [`speaks of ${observed_on}`, rows.join(", "), `admitted ${admitted_on}`];
  const marks = [...(generated ? ["made up"] : []), ...waivers.map(({ rule }) => `waived ${rule}`)];
  return [source, label, ...told, ...marks].join("  ");
}
