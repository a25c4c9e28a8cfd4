import { type AccessRow, accessOf } from "./facts/biology.ts";
import { isDomain } from "./facts/precision.ts";
import type { Counted } from "./facts/weight.ts";
import type { GroupRow } from "./populations.ts";
import type { Stratum } from "./precision.ts";

const domains = (groups: ReadonlyMap<string, GroupRow>): GroupRow[] =>
  [...groups.values()]
    .filter(({ domain }) => /^[a-z]/.test(domain) && isDomain({ domain }))
    .sort((a, b) => b.repositories - a.repositories || (a.domain < b.domain ? -1 : 1));

/** Domains of the leading population, the one with most repositories first. */
export function domainFrame({ groups }: Counted) {
  const all = groups.get("(all)")?.repositories ?? Number.NaN;
  return domains(groups).map((row) => ({
    domain: row.domain,
    repositories: row.repositories,
    share: row.repositories / all,
    namespaces: row.namespaces,
    downloads_30d: row.downloads_30d ?? 0,
    median_downloads_30d: row.median_downloads_30d,
    without_top: (row.downloads_30d ?? 0) - (row.top_downloads_30d ?? 0),
  }));
}

/** Fewest models of a domain whose weight is drawn: below, one model is the domain. */
const fewest = 15;

/** Shares of models and of downloads, any domain first; domains without a download or with few models are left out. */
export function weightFrame({ groups }: Counted) {
  const all = groups.get("(all)");
  const any = groups.get("(any)");
  if (all === undefined || any === undefined) return null;
  const drawn = domains(groups).filter((row) => row.repositories >= fewest && (row.downloads_30d ?? 0) > 0);
  const rows = [any, ...drawn].map((row) => {
    const [own, top, whole] = [row.downloads_30d ?? 0, row.top_downloads_30d ?? 0, all.downloads_30d ?? 0];
    return {
      domain: row.domain,
      models: row.repositories / all.repositories,
      downloads: own / whole,
      without_top: (own - top) / (whole - top),
    };
  });
  return rows.length > 1 ? rows : null;
}

/** Strata of the labelled sample, the most precise first, substrings last. */
export function precisionFrame(strata: readonly Stratum[]) {
  return [...strata]
    .sort((a, b) => Number(isDomain(b)) - Number(isDomain(a)) || b.precision - a.precision || b.drawn - a.drawn)
    .map(({ interval, ...row }) => ({
      ...row,
      substring: !isDomain(row),
      lower: interval.lower,
      upper: interval.upper,
      estimated: row.models * row.precision,
    }));
}

/** Fields whose access is drawn. */
const fewestRecorded = 50;

/** Access by field, biology first, the others by their number of models; all of them last. */
export function accessFrame(rows: readonly AccessRow[]) {
  const fields = [...new Set(rows.map(({ domain }) => domain))].filter((domain) => !domain.startsWith("("));
  const own = (domain: string) => {
    const { open, closed, unknown, all } = accessOf(rows, domain);
    return { field: domain === "(all)" ? "All fields" : domain, open, closed, unknown, all };
  };
  const others = fields.filter((domain) => domain !== "Biology").map(own);
  const large = others.filter(({ all }) => all >= fewestRecorded).sort((a, b) => b.all - a.all);
  return [own("Biology"), ...large, own("(all)")];
}
