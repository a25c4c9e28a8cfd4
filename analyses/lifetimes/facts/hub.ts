import { narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { type Fact, sum } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import { total } from "../discussions.ts";
import type { firstYears } from "../tables.ts";

/** Downloads of one window between snapshots of the Hub. */
export interface HubWindow {
  readonly observed_on: string;
  readonly window_from: string;
  readonly models: number;
  readonly share: number;
  readonly most: number;
}

/** Windows in which downloads are known, oldest first. */
export function hubWindowsOf(rows: readonly Row<typeof firstYears>[]): HubWindow[] {
  const known = rows.filter(({ downloads }) => downloads !== null);
  return [...Map.groupBy(known, ({ observed_on }) => observed_on)]
    .map(([observed_on, own]) => {
      const downloads = total(own, (row) => row.downloads ?? 0);
      return {
        ...{ observed_on, window_from: own[0]?.window_from ?? observed_on, models: total(own, (row) => row.models) },
        share: total(own, (row) => row.first_year_downloads ?? 0) / downloads,
        most: total(own, (row) => row.first_year_downloads_most ?? 0) / downloads,
      };
    })
    .filter(({ share }) => Number.isFinite(share))
    .sort((a, b) => (a.observed_on < b.observed_on ? -1 : 1));
}

/** Which part of the whole Hub's downloads goes to models in their first year; nothing without a window. */
export function hubFacts(evidence: Evidence<typeof firstYears> | null): Readonly<Record<string, Fact>> {
  const last = hubWindowsOf(evidence?.rows ?? []).at(-1);
  if (evidence === null || last === undefined) return {};
  const definition =
    "Share of the downloads between the last two snapshots that went to models in their first year; at most, with the whole gain of models whose first year ended meanwhile.";
  const basis = narrow(evidence.basis, { asOf: last.observed_on });
  return {
    "hub-first-year": {
      ...sum({ value: last.share, unit: "share", n: last.models, definition, basis }),
      bounds: { lower: last.share, upper: Math.max(last.share, last.most) },
    },
  };
}
