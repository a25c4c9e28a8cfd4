import type { RawModel } from "./sovereignty-shares.ts";

type Crawls = readonly (readonly RawModel[])[];

/** Downloads by namespace, one model left out, one name in place of another. */
function totals(rows: readonly RawModel[], without: string, renamed: Readonly<Record<string, string>>) {
  const sums = new Map<string, number>();
  for (const { repo, model_name, downloads_last_month } of rows) {
    if (`${repo}/${model_name}` === without) continue;
    const name = renamed[repo] ?? repo;
    sums.set(name, (sums.get(name) ?? 0) + downloads_last_month);
  }
  return sums;
}

/** Growth of a country over neighbouring crawls, each over the namespaces on both, multiplied along. */
export function chained(
  crawls: Crawls,
  where: Map<string, string>,
  country: string,
  renamed: Readonly<Record<string, string>>,
  without = "",
): number {
  let growth = 1;
  for (let i = 1; i < crawls.length; i += 1) {
    const before = totals(crawls[i - 1] ?? [], without, renamed);
    const after = totals(crawls[i] ?? [], without, renamed);
    let [from, to] = [0, 0];
    for (const [name, downloads] of before) {
      if (!after.has(name) || where.get(name.toLowerCase()) !== country) continue;
      from += downloads;
      to += after.get(name) ?? 0;
    }
    growth *= to / from;
  }
  return growth;
}

/** The most downloaded of chosen rows, as owner/name. */
export function largest(rows: readonly RawModel[], chosen: (row: RawModel) => boolean): string {
  let [best, most] = ["", -1];
  for (const row of rows) {
    if (!chosen(row) || row.downloads_last_month <= most) continue;
    most = row.downloads_last_month;
    best = `${row.repo}/${row.model_name}`;
  }
  return best;
}

/** The namespace with most downloads among chosen rows. */
export function heaviest(rows: readonly RawModel[], chosen: (row: RawModel) => boolean): string {
  const sums = totals(rows.filter(chosen), "", {});
  let [best, most] = ["", -1];
  for (const [name, downloads] of sums) if (downloads > most) [best, most] = [name, downloads];
  return best;
}

/** Models that a namespace lists with a download only after its own first crawl. */
export function newlyListed(crawls: Crawls, namespaces: readonly string[]): number {
  let found = 0;
  for (const namespace of namespaces) {
    const seen = new Set<string>();
    let arrived = false;
    for (const rows of crawls) {
      const names = rows.filter(({ repo }) => repo === namespace).map(({ model_name }) => model_name);
      for (const name of names) if (!seen.has(name) && seen.add(name) && arrived) found += 1;
      if (names.length > 0) arrived = true;
    }
  }
  return found;
}
