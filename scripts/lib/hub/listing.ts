import { type Progress, silent } from "../progress.ts";
import { HubError, hubErrorOf } from "./error.ts";
import type { Hub } from "./hub.ts";
import type { List } from "./lists.ts";
import { shaped } from "./rows.ts";
import { type Listed, type Tally, tally } from "./tally.ts";

/** More than this many rows are asked of the Parquet copies, not of the API. */
export const mostRows = 100_000;

/**
 * Gives the most downloaded models or datasets to `take`, one by one, each identity once.
 *
 * Throws a `HubError` for a list that ends early, goes in circles, is in another order, has rows of another shape, or
 * takes far more pages than its rows need. Rows that vanish between two pages leave no trace.
 */
export async function listTop<Row extends { readonly id: string; readonly downloads: number }>(
  list: List<Row>,
  top: number,
  hub: Hub,
  take: (row: Row) => void,
  progress: Progress = silent,
): Promise<Listed> {
  const name = `the ${top} most downloaded ${list.table} of ${hub.endpoint}`;
  if (top > mostRows) throw new HubError(name, "cap", `the API is asked for ${mostRows} rows at most`);
  const count = tally(name, top, progress);
  try {
    for await (const raw of list.rows({ ...hub.params, fetch: counting(hub.params.fetch, count) })) {
      const row = shaped(list.shape, raw, name);
      if (count.row(row.id, row.downloads)) take(row);
      if (count.rows() === top) break;
    }
    return count.end();
  } catch (error) {
    throw hubErrorOf(error, name);
  }
}

/** Every call of the client's `fetch` is a page. */
function counting(fetch: typeof globalThis.fetch, { page }: Tally): typeof globalThis.fetch {
  return async (input, init) => {
    page();
    return fetch(input, init);
  };
}
