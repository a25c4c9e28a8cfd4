import { from } from "arquero";
import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { OwnerRow } from "../leave-out.ts";
import { byRegistry } from "../placing.ts";
import type { Series } from "../series.ts";
import { byPlace, days } from "../shares.ts";
import { shareFact } from "./share.ts";

type Facts = Readonly<Record<string, Fact>>;

/**
 * Curated language models around the turn of the year, over the fewer namespaces that every crawl lists from the first on;
 * none where the series begins with the first day at hand.
 */
export function earlyFacts(
  rows: readonly OwnerRow[],
  { first, last }: Series,
  reference: Reference,
  basis: Basis,
): Facts {
  const kept = alwaysListed(rows);
  const shares = byPlace(from(kept), byRegistry(reference), "curated_downloads_30d");
  const before = days(shares).findLast((day) => day < first);
  if (before === undefined) return {};
  const what = "the downloads of curated language models of namespaces that every crawl lists";
  const on = (day: string, place: string): Fact => shareFact(shares, [], day, place, what, basis);
  return {
    "early-namespaces": count({
      value: new Set(kept.map((row) => row.owner)).size,
      unit: "namespaces",
      definition: "Namespaces listed, under one name, by every crawl, those before the panel's period included.",
      basis,
    }),
    "early-day": date({
      value: before,
      n: days(shares).length,
      definition: "Last crawl before the panel's first one.",
      basis: narrow(basis, { asOf: before }),
    }),
    "cn-early": on(before, "CN"),
    "us-early": on(before, "US"),
    "cn-early-after": on(first, "CN"),
    "us-early-after": on(first, "US"),
    "cn-early-last": on(last, "CN"),
  };
}

/** Rows of the registered namespaces that every crawl lists. */
function alwaysListed(rows: readonly OwnerRow[]): OwnerRow[] {
  const crawls = new Set(rows.map((row) => row.observed_on)).size;
  const listed = Map.groupBy(rows, (row) => row.owner);
  return rows.filter((row) => row.namespaces === 1 && listed.get(row.owner)?.length === crawls);
}
