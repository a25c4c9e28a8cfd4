import type { Row } from "#loaders/schema/table.ts";
import type { Change } from "../facts/changes.ts";
import { listName } from "../facts/lists.ts";
import type { NamedRow } from "../own-hardware.ts";
import { headlineRule, type PriceRow, type Ratio, ratiosBy } from "../peers.ts";
import type { disagreements } from "../tables.ts";

/** One row a kind of closed price, dearest against its peers first; named where its values are those of a named model. */
export function ratioFrame(rows: readonly PriceRow[], named: readonly NamedRow[]) {
  return ratiosBy(rows, headlineRule)
    .map((row) => ({
      year: row.released_month.slice(0, 4),
      released_month: row.released_month,
      model: nameOf(row, named),
      modality: row.modality,
      context: row.context,
      price: row.price,
      ratio: row.ratio,
      peers: row.peers,
      models: row.models,
    }))
    .sort((a, b) => b.ratio - a.ratio || (a.released_month < b.released_month ? -1 : 1));
}

function nameOf(row: Ratio, named: readonly NamedRow[]): string | null {
  const same = named.filter(
    (one) =>
      one.weights === "closed" &&
      one.blended_3_1 === row.price &&
      one.released_month === row.released_month &&
      one.modality === row.modality &&
      one.context === row.context,
  );
  return same.length === 1 ? (same[0]?.model ?? null) : null;
}

/** Disagreements, widest first. */
export function disagreementFrame(rows: readonly Row<typeof disagreements>[]) {
  return rows
    .map(({ model, provider, first_source, second_source, first_usd, second_usd }) => ({
      model,
      provider,
      first: listName(first_source),
      first_usd,
      second: listName(second_source),
      second_usd,
      ratio: Math.max(first_usd, second_usd) / Math.min(first_usd, second_usd),
    }))
    .sort((a, b) => b.ratio - a.ratio || (a.model + a.provider < b.model + b.provider ? -1 : 1));
}

/** Dated changes, oldest first. */
export function changeFrame(changes: readonly Change[]) {
  return changes.map(({ offer, provider, weights, changed_on, effective, before, after }) => ({
    offer,
    provider,
    weights,
    changed_on,
    effective,
    before,
    after,
  }));
}
