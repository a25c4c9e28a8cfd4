import type { ColumnTable } from "arquero";
import { op } from "arquero";
import type { Reference } from "#loaders/schema/reference.ts";
import type { ModelRow, OwnerRow } from "./leave-out.ts";
import { byRegistry, moved } from "./placing.ts";
import { byPlace, days, fraction, type Measure, type PlaceShare } from "./shares.ts";
import { heaviest, modelScenarios, type Scenario, scenarios, withoutHeaviest } from "./variants.ts";

/** The series that the chapter rests on, each by place and crawl. */
export interface Series {
  /** Panel downloads of all models, the headline. */
  readonly panel: readonly PlaceShare[];
  /** Panel downloads of curated language models alone. */
  readonly curated: readonly PlaceShare[];
  /** Downloads of every crawled namespace, whenever it joined. */
  readonly every: readonly PlaceShare[];
  /** The panel without its heaviest owner, and with it counted as American. */
  readonly heaviestOut: readonly PlaceShare[];
  readonly heaviestAmerican: readonly PlaceShare[];
  readonly scenarios: readonly Scenario[];
  readonly curatedScenarios: readonly Scenario[];
  /** Days of the panel's crawls. */
  readonly days: readonly string[];
  readonly first: string;
  readonly last: string;
  /** Namespaces listed by each crawl. */
  readonly listed: ReadonlyMap<string, number>;
}

/** Places drawn by name; the tables hold all. */
export const named = ["US", "CN", "DE"] as const;

/** Builds all series from the owner table. */
export function seriesOf(
  owners: ColumnTable,
  rows: readonly OwnerRow[],
  models: readonly ModelRow[],
  reference: Reference,
): Series {
  const since = owners.filter((row: { observed_on: string }) => row.observed_on >= "2025-01-01");
  const panel = since.filter((row: { in_panel: boolean }) => row.in_panel);
  const place = byRegistry(reference);
  const shares = byPlace(panel, place);
  const crawls = days(shares);
  const [first = "", last = ""] = [crawls[0], crawls.at(-1)];
  const kept = rows.filter((row) => row.in_panel && row.observed_on >= first);
  const others = (measure: Measure): Scenario[] => [
    ...scenarios(since, panel, reference, measure),
    ...modelScenarios(kept, models, [first, last], reference, measure),
  ];
  return {
    panel: shares,
    curated: byPlace(panel, place, "curated_downloads_30d"),
    every: byPlace(owners, place),
    heaviestOut: byPlace(withoutHeaviest(panel), place),
    heaviestAmerican: byPlace(panel, moved(place, new Map([[heaviest, "US"]]))),
    scenarios: others("downloads_30d"),
    curatedScenarios: others("curated_downloads_30d"),
    days: crawls,
    first,
    last,
    listed: counts(owners),
  };
}

function counts(owners: ColumnTable): ReadonlyMap<string, number> {
  const rows = owners
    .groupby("observed_on")
    .rollup({ namespaces: op.sum("namespaces") })
    .objects();
  return new Map(
    (rows as { observed_on: string; namespaces: number }[]).map((row) => [row.observed_on, row.namespaces]),
  );
}

/** A share with the span of all scenarios, as frames carry it. */
export interface Banded {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/** A place's share on a day, with the smallest and largest that any scenario gives. */
export function banded(shares: readonly PlaceShare[], others: readonly Scenario[], day: string, place: string): Banded {
  const share = fraction(shares, day, place);
  const all = [share, ...others.map((scenario) => fraction(scenario.shares, day, place))];
  return { share, lower: Math.min(...all), upper: Math.max(...all) };
}
