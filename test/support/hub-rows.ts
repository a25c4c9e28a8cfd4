import { hubLoads, hubSource, type Written } from "#test/fixtures/hub-files.ts";
import { querySources } from "#test/fixtures/query.ts";

/** The day of the only snapshot. */
export const day = "2026-05-20";

type Found = Promise<Record<string, unknown>[]>;

/** Columns of the canonical models that one snapshot of a few rows gives, in the order of the rows. */
export async function models(columns: string, rows: Written["rows"], types: Written["types"] = {}): Found {
  const files = await hubSource({ [day]: { models: { rows, types } } });
  return querySources(hubLoads(files), `SELECT ${columns} FROM models ORDER BY hub_id, repo`);
}

/** The same of datasets. */
export async function datasets(columns: string, rows: Written["rows"], types: Written["types"] = {}): Found {
  const files = await hubSource({ [day]: { datasets: { rows, types } } });
  return querySources(hubLoads(files), `SELECT ${columns} FROM datasets ORDER BY hub_id`);
}

/** The text of a card that states a licence. */
export function card(licence: unknown): string {
  return JSON.stringify({ license: licence });
}
