import { table } from "arquero";
import type { ownerDownloads } from "#analyses/sovereignty/tables.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { emptyReference } from "./registries.ts";

type OwnerRow = Row<typeof ownerDownloads>;

/** A crawled owner with one model for every ten downloads and nothing curated, and whatever a test wants to be different. */
export function crawled(
  observed_on: string,
  owner: string,
  downloads_30d: number,
  changes: Partial<OwnerRow> = {},
): OwnerRow {
  const models = downloads_30d / 10;
  const rest = {
    window_start: observed_on,
    in_panel: true,
    namespaces: 1,
    curated_models: 0,
    curated_downloads_30d: 0,
    first_seen: 0,
  };
  return { observed_on, owner, models, downloads_30d, ...rest, ...changes };
}

/** The rows as Arquero has them. */
export function tableOf(rows: readonly OwnerRow[]) {
  const names = Object.keys(rows[0] ?? {}) as (keyof OwnerRow)[];
  return table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
}

/** Registries with an owner in each place: `us`, `cn`, `de` and `fr` sure of it, `maybe` in China, `lost` unknown. */
export function registries(changes: Partial<Reference> = {}): Reference {
  const owner = (name: string, country: string | null, confidence = "high") => ({
    ...{ owner: name, display_name: name, country, confidence, kind: "industry", parent: null },
    ...{ programme: null, source: "unsourced", note: null },
  });
  const owners = [
    owner("US", "US"),
    owner("cn", "CN"),
    owner("sentence-transformers", "DE"),
    owner("fr", "FR"),
    owner("maybe", "CN", "medium"),
  ];
  return emptyReference({ owners: [...owners, owner("lost", "ZZ"), owner("somebody", null)], ...changes });
}

/** A rename that a registry knows. */
export function renamed(old: string, now: string): Reference["renames"][number] {
  return { platform: "huggingface", old, new: now, on: null, source: "unsourced" };
}

/** Another place for an owner. */
export function elsewhere(owner: string, country: string): Reference["alternatives"][number] {
  return { owner, country, kind: "industry", reason: "one could", source: "unsourced" };
}
