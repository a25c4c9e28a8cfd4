import type { ColumnTable } from "arquero";
import { escape, op } from "arquero";
import type { Basis } from "#kit/coverage.ts";
import { raise } from "#loaders/schema/errors.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { ModelRow, OwnerRow } from "./leave-out.ts";
import { byRegistry, moved } from "./placing.ts";
import { byPlace, days, fraction, type Measure, type PlaceShare } from "./shares.ts";
import { heaviestOn, modelScenarios, type Scenario, scenarios, without } from "./variants.ts";
import { startOf, type Wording, wording } from "./wording.ts";

/** The series that the chapter rests on, each by place and crawl. */
export interface Series {
  /** Panel downloads of all models, the headline. */
  readonly panel: readonly PlaceShare[];
  /** Panel downloads of curated language models alone; empty where no list is at hand. */
  readonly curated: readonly PlaceShare[];
  /** Downloads of every crawled namespace, whenever it joined. */
  readonly every: readonly PlaceShare[];
  /** The owner with most downloads on the last day. */
  readonly heaviest: string;
  /** The panel without that owner, and with it counted as American. */
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
  /** The nouns of the evidence. */
  readonly words: Wording;
}

/** Places drawn by name; the tables hold all. */
export const named = ["US", "CN", "DE"] as const;

/** The owner table as a chapter has it. */
export interface Owners {
  readonly table: ColumnTable;
  readonly rows: readonly OwnerRow[];
  readonly basis: Basis;
}

/** Builds all series from the owner table; throws a `DataError` for fewer than two days, which no change can be read from. */
export function seriesOf(
  { table: owners, rows, basis }: Owners,
  models: readonly ModelRow[],
  reference: Reference,
): Series {
  const curates = rows.some((row) => row.curated_models !== null);
  const start = startOf(basis);
  const since = owners.filter(escape((row: { observed_on: string }) => row.observed_on >= start));
  const panel = since.filter((row: { in_panel: boolean }) => row.in_panel);
  const place = byRegistry(reference);
  const shares = byPlace(panel, place);
  const crawls = days(shares);
  checkDays(crawls, wording(basis));
  const [first = "", last = ""] = [crawls[0], crawls.at(-1)];
  const kept = rows.filter((row) => row.in_panel && row.observed_on >= first);
  const heaviest = heaviestOn(kept, last);
  const others = (measure: Measure): Scenario[] => [
    ...scenarios(since, panel, reference, heaviest, measure),
    ...modelScenarios(kept, models, [first, last], reference, measure),
  ];
  return {
    panel: shares,
    curated: curates ? byPlace(panel, place, "curated_downloads_30d") : [],
    every: byPlace(owners, place),
    heaviest,
    heaviestOut: byPlace(without(panel, heaviest), place),
    heaviestAmerican: byPlace(panel, moved(place, new Map([[heaviest, "US"]]))),
    scenarios: others("downloads_30d"),
    curatedScenarios: curates ? others("curated_downloads_30d") : [],
    days: crawls,
    first,
    last,
    listed: counts(owners),
    words: wording(basis),
  };
}

function checkDays(found: readonly string[], { crawl, crawls }: Wording): void {
  const [only] = found;
  const held = only === undefined ? `no ${crawl}` : `one ${crawl}, that of ${only}`;
  raise(
    "evidence owner-downloads",
    found.length > 1
      ? []
      : [`holds ${held}: shares over time and growth need two ${crawls}; pin an earlier one as well`],
  );
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
