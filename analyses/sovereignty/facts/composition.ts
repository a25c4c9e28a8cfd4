import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, numeric, share } from "#kit/facts.ts";
import { unknownPlace } from "#kit/places.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { Placing } from "../placing.ts";
import type { Series } from "../series.ts";
import { at } from "../shares.ts";
import type { ownerDownloads } from "../tables.ts";
import { shareFact } from "./share.ts";

type OwnerRow = Row<typeof ownerDownloads>;
type Facts = Readonly<Record<string, Fact>>;

/** How many namespaces and models the days list, and what joining does to a series of chosen namespaces. */
export function compositionFacts(series: Series, rows: readonly OwnerRow[], placing: Placing, basis: Basis): Facts {
  const { every, last, words } = series;
  const those = words.complete ? "every namespace of the Hub" : "every crawled namespace";
  const models = count({
    value: at(every, last, "US").models,
    unit: "models",
    definition: `Models of ${those} with at least one download in the window to the last ${words.crawl}.`,
    basis,
  });
  const joined = words.complete ? {} : joining(series, rows, placing, basis);
  return { "listed-models": models, ...joined, "listed-last": namespaces(series.listed, last, words, basis) };
}

function namespaces(listed: Series["listed"], day: string, { crawl }: Series["words"], basis: Basis): Fact {
  return count({
    value: listed.get(day) ?? Number.NaN,
    unit: "namespaces",
    definition: `Namespaces that the ${crawl} of ${day} lists with at least one download.`,
    basis: narrow(basis, { asOf: day }),
  });
}

/** What namespaces that join do to the series of all that are listed; on the complete Hub nobody is chosen, so nobody joins. */
function joining(series: Series, rows: readonly OwnerRow[], placing: Placing, basis: Basis): Facts {
  const crawls = [...series.listed.keys()].sort();
  const joined = crawls.indexOf(series.first);
  const [before, after] = [crawls[joined - 1] ?? series.first, series.first];
  const listed = (day: string): Fact => namespaces(series.listed, day, series.words, basis);
  const china = (day: string): Fact =>
    shareFact(series.every, [], day, "CN", "the downloads of every crawled namespace", basis);
  const kept = common(rows, placing, before, after, basis);
  return {
    "listed-before": listed(before),
    "listed-after": listed(after),
    "listed-last": listed(series.last),
    joined: count({
      value: (series.listed.get(after) ?? Number.NaN) - (series.listed.get(before) ?? Number.NaN),
      unit: "namespaces",
      definition: `Namespaces on the crawl of ${after} less those on the crawl of ${before}.`,
      basis: narrow(basis, { asOf: after }),
    }),
    "cn-every-before": china(before),
    "cn-every-after": china(after),
    "cn-every-last": china(series.last),
    "cn-common-after": kept,
    "composition-part": part(china(before), kept, china(after), basis),
  };
}

/** How much of the drop over all listed namespaces is not there over the namespaces on both crawls. */
function part(before: Fact, common: Fact, after: Fact, basis: Basis): Fact {
  return share({
    part: numeric(common) - numeric(after),
    whole: numeric(before) - numeric(after),
    unknown: 0,
    n: after.n ?? Number.NaN,
    definition: `Part of the drop of China's share that is due to namespaces that join: its share over namespaces on both crawls less its share over all, over the whole drop.`,
    basis: narrow(basis, { asOf: after.basis.asOf }),
  });
}

/** China's share on a day over the namespaces that an earlier crawl listed too. */
function common(rows: readonly OwnerRow[], placing: Placing, before: string, after: string, basis: Basis): Fact {
  const listed = new Set(rows.filter((row) => row.observed_on === before).map((row) => row.owner));
  const kept = rows.filter((row) => row.observed_on === after && listed.has(row.owner));
  const total = (some: readonly OwnerRow[], column: "downloads_30d" | "models") =>
    some.reduce((sum, row) => sum + row[column], 0);
  return share({
    part: total(
      kept.filter((row) => placing(row.owner) === "CN"),
      "downloads_30d",
    ),
    whole: total(kept, "downloads_30d"),
    unknown: total(
      kept.filter((row) => placing(row.owner) === unknownPlace),
      "downloads_30d",
    ),
    n: total(kept, "models"),
    definition: `China's share of downloads in the window that ends on ${after} over the namespaces that the crawl of ${before} lists too.`,
    basis: narrow(basis, { asOf: after }),
  });
}
