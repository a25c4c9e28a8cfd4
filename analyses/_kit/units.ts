/**
 * Units of facts and figure columns. Shares and differences of shares are stored as fractions of one;
 * `points` is a difference of two shares, `percent-more` a relative change, `times` a multiple.
 */
export const units = {
  share: "percent",
  points: "percentage points",
  "percent-more": "percent",
  times: "times",
  downloads: "downloads",
  models: "models",
  namespaces: "namespaces",
  datasets: "datasets",
  papers: "papers",
  owners: "owners",
  likes: "likes",
  discussions: "discussions",
  parameters: "parameters",
  tokens: "tokens",
  countries: "countries and regions",
  crawls: "crawls",
  crossings: "crossings",
  days: "days",
  scenarios: "other ways to count",
  rank: "rank",
  date: "date",
  index: "index",
} as const;

export type Unit = keyof typeof units;

export function isUnit(unit: string | null): unit is Unit {
  return unit !== null && Object.hasOwn(units, unit);
}
