/**
 * Units of facts and figure columns. Shares and differences of shares are stored as fractions of one;
 * `points` is a difference of two shares, `percent-more` a relative change, `times` a multiple. Gigabytes are decimal.
 */
export const units = {
  share: "percent",
  points: "percentage points",
  "percent-more": "percent",
  times: "times",
  downloads: "downloads",
  models: "models",
  namespaces: "namespaces",
  populations: "populations",
  counts: "counts",
  datasets: "datasets",
  papers: "papers",
  owners: "owners",
  likes: "likes",
  discussions: "discussions",
  figures: "published figures",
  parameters: "parameters",
  tokens: "tokens",
  categories: "categories",
  recommendations: "recommendations",
  families: "families",
  conditions: "conditions",
  countries: "countries and regions",
  crawls: "crawls",
  crossings: "crossings",
  days: "days",
  repositories: "repositories",
  windows: "windows",
  scenarios: "other ways to count",
  steps: "steps",
  rank: "rank",
  date: "date",
  index: "index",
  offers: "offers",
  providers: "providers",
  prices: "prices",
  accelerators: "accelerators",
  years: "years",
  months: "months",
  hours: "hours",
  "usd-per-mtok": "USD per million tokens",
  "usd-per-hour": "USD per hour",
  usd: "USD",
  gigabytes: "GB",
  "tokens-per-second": "tokens per second",
  "mtok-per-month": "million tokens per month",
  "kwh-per-mtok": "kWh per million tokens",
  flop: "FLOP",
} as const;

export type Unit = keyof typeof units;

export function isUnit(unit: string | null): unit is Unit {
  return unit !== null && Object.hasOwn(units, unit);
}

/** How the number of a unit is written, where it is neither a count nor a fraction: money, a measure, a power of ten. */
export const forms: Readonly<Partial<Record<Unit, "money" | "measure" | "power">>> = {
  "usd-per-mtok": "money",
  "usd-per-hour": "money",
  usd: "money",
  gigabytes: "measure",
  years: "measure",
  months: "measure",
  hours: "measure",
  "tokens-per-second": "measure",
  "mtok-per-month": "measure",
  "kwh-per-mtok": "measure",
  flop: "power",
};

/** What prose writes after the number, where the unit is no noun that the sentence itself carries. */
export const suffixes: Readonly<Partial<Record<Unit, string>>> = {
  share: "percent",
  points: "percentage points",
  "percent-more": "percent",
  times: "times",
  years: "years",
  months: "months",
  hours: "hours",
  "usd-per-mtok": "per million tokens",
  "usd-per-hour": "per hour",
  gigabytes: "GB",
  "tokens-per-second": "tokens per second",
  "mtok-per-month": "million tokens per month",
  "kwh-per-mtok": "kWh per million tokens",
  flop: "FLOP",
};
