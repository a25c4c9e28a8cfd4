import type { LicenceFamily } from "#loaders/schema/licences.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { familyCrawls, familyDerivatives, familyLicences, familyModels, familyPrices } from "./tables.ts";

/** The evidence of the table, by kind; a kind that an edition lacks is empty. */
export interface FamilyRows {
  readonly models: readonly Row<typeof familyModels>[];
  readonly licences: readonly Row<typeof familyLicences>[];
  readonly derivatives: readonly Row<typeof familyDerivatives>[];
  readonly prices: readonly Row<typeof familyPrices>[];
  readonly crawls: readonly Row<typeof familyCrawls>[];
}

/** One family, as the table has it; what is not known is null. */
export interface Family {
  readonly family: string;
  readonly owners: string;
  readonly derivatives: number | null;
  readonly derivatives_downloads: number | null;
  readonly derivatives_quantised: number | null;
  readonly derivatives_gguf: number | null;
  readonly models: number | null;
  readonly parameters_least: number | null;
  readonly parameters_median: number | null;
  readonly parameters_most: number | null;
  readonly licence: string | null;
  readonly permissive: number | null;
  readonly formats: string | null;
  readonly usd_least: number | null;
  readonly usd_median: number | null;
  readonly momentum: number | null;
}

/** Every registered family, most derivatives first; ties by name. */
export function familiesOf(rows: FamilyRows, { families, licences }: Reference): Family[] {
  const terms = new Map(licences.map(({ licence, family }) => [licence, family as LicenceFamily]));
  const all = families.map(({ family, owners }) => ({
    ...{ family, owners: owners.replaceAll("+", ", ") },
    ...derivativesOf(rows, family),
    ...modelsOf(rows, family),
    ...licencesOf(rows, family, terms),
    ...pricesOf(rows, family),
    momentum: momentumOf(rows, family),
  }));
  return all.sort((a, b) => (b.derivatives ?? -1) - (a.derivatives ?? -1) || (a.family < b.family ? -1 : 1));
}

const of = <R extends { readonly family: string }>(rows: readonly R[], family: string): R | undefined =>
  rows.find((row) => row.family === family);

function derivativesOf({ derivatives }: FamilyRows, family: string) {
  const row = of(derivatives, family);
  return {
    derivatives: row?.derivatives ?? null,
    derivatives_downloads: row === undefined ? null : (row.downloads_30d ?? 0),
    derivatives_quantised: row?.quantised ?? null,
    derivatives_gguf: row?.gguf ?? null,
  };
}

function modelsOf({ models }: FamilyRows, family: string) {
  const row = of(models, family);
  const formats = [row?.safetensors ? "safetensors" : "", row?.gguf ? "gguf" : ""].filter((one) => one !== "");
  return {
    models: row?.models ?? null,
    parameters_least: row?.parameters_least ?? null,
    parameters_median: row?.parameters_median ?? null,
    parameters_most: row?.parameters_most ?? null,
    formats: formats.length === 0 ? null : formats.join(", "),
  };
}

/** The licence that most models of a family state, and the share of its models under permissive ones. */
function licencesOf({ licences }: FamilyRows, family: string, terms: ReadonlyMap<string, LicenceFamily>) {
  const own = licences.filter((row) => row.family === family);
  const whole = own.reduce((sum, { models }) => sum + models, 0);
  if (whole === 0) return { licence: null, permissive: null };
  const named = own.map((row) => ({ name: nameOf(row), models: row.models }));
  const counts = [...Map.groupBy(named, ({ name }) => name)]
    .map(([name, those]) => ({ name, models: those.reduce((sum, { models }) => sum + models, 0) }))
    .sort((a, b) => b.models - a.models || (a.name < b.name ? -1 : 1));
  const free = own.filter((row) => isPermissive(row, terms)).reduce((sum, { models }) => sum + models, 0);
  return { licence: counts[0]?.name ?? null, permissive: free / whole };
}

function nameOf({ licence, licence_name }: FamilyRows["licences"][number]): string {
  if (licence === null || licence === "unknown") return "not stated";
  return licence === "other" ? (licence_name ?? "other") : licence;
}

/** Whether every licence of a row is permissive; one that is stated as other is what its name says. */
function isPermissive(
  { licence, licence_name }: FamilyRows["licences"][number],
  terms: ReadonlyMap<string, LicenceFamily>,
): boolean {
  const stated = licence === "other" ? (licence_name ?? "other") : (licence ?? "none");
  return stated.split("+").every((part) => terms.get(part) === "permissive");
}

function pricesOf({ prices }: FamilyRows, family: string) {
  const row = of(prices, family);
  return { usd_least: row?.usd_least ?? null, usd_median: row?.usd_median ?? null };
}

/** Days that a span of momentum covers at least. */
const halfYear = 180;

/** The days between which momentum is told: the newest crawl, and the last that lies half a year or more before it. */
export function momentumDays(crawls: FamilyRows["crawls"]): { readonly from: string; readonly to: string } | null {
  const days = [...new Set(crawls.map(({ observed_on: on }) => on))].sort();
  const to = days.at(-1) ?? "";
  const from = days.findLast((day) => Date.parse(to) - Date.parse(day) >= halfYear * 86_400_000);
  return from === undefined ? null : { from, to };
}

/** Downloads from which on growth is told: from fewer, a single user is a multiple. */
const leastDownloads = 10_000;

/** Downloads in the newest crawl over those half a year before it; null where either is missing, or too few to tell. */
function momentumOf({ crawls }: FamilyRows, family: string): number | null {
  const days = momentumDays(crawls);
  const at = (day: string | undefined) => crawls.find((row) => row.family === family && row.observed_on === day);
  const [first, last] = [at(days?.from), at(days?.to)];
  if (first === undefined || last === undefined || first.downloads_30d < leastDownloads) return null;
  return last.downloads_30d / first.downloads_30d;
}
