import { type Fact, interval, numeric } from "#kit/facts.ts";
import { placeName } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { endsOf, type LineageRow, type Reach } from "./ends.ts";
import { countOf } from "./facts/companies.ts";
import { relations } from "./facts/relations.ts";
import { byOrigin, byPublisher, fewest, type Origin, origins } from "./places.ts";
import { isOwn, type Population } from "./population.ts";
import { models } from "./reuploaders.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Companies that are drawn. */
const drawn = 9;

/** The companies that most models build on, one step back and at the root; individuals are left out. */
export function companyFrame(population: Population) {
  const { rows, publishers, reuploaders: copies } = population;
  const owners = new Set(
    rows.flatMap((row) => [...endsOf(row, "base"), ...endsOf(row, "root")]).map(({ owner }) => owner),
  );
  const companies = Map.groupBy(
    [...owners].filter((owner) => publishers.kind(owner) !== null && publishers.kind(owner) !== "individual"),
    (owner) => publishers.company(owner) ?? owner,
  );
  const all = [...companies].map(([company, own]) => {
    const [base, root] = [countOf(population, "base", company), countOf(population, "root", company)];
    return {
      company: publishers.name(company),
      place: own.map((owner) => publishers.place(owner)).find((place) => place !== null) ?? "ZZ",
      copies: own.some((owner) => copies.has(owner)),
      ...{ base_models: base.part, root_models: root.part },
      ...{
        base: base.part / base.whole,
        root: root.part / root.whole,
        root_most: (root.part + root.unknown) / root.whole,
      },
    };
  });
  const most = (row: (typeof all)[number]): number => Math.max(row.base, row.root);
  return all.sort((a, b) => most(b) - most(a) || (a.company < b.company ? -1 : 1)).slice(0, drawn);
}

/** Alibaba beside Google and Meta under every way to count; a way that leaves either nothing is left out. */
export function wayFrame(facts: Facts) {
  const [base, root] = [facts["ratio-base"], facts["ratio-root"]];
  if (base === undefined || root === undefined) return null;
  const others = root.variants.map(({ label, value }) => ({
    way: label,
    base: base.variants.find((one) => one.label === label)?.value ?? null,
    root: value,
  }));
  const first = { way: "each model once for each company", base: numeric(base), root: numeric(root) };
  const usable = others.filter((row) => row.root > 0 && (row.base === null || row.base > 0));
  return [first, ...usable.sort((a, b) => b.root - a.root)];
}

/** The same ratio in every population at hand, beside those that others published. */
export function elsewhereFrame(populations: readonly Population[], facts: Facts, { published }: Reference) {
  const value = (id: string): number => published.find((row) => row.id === id)?.value ?? Number.NaN;
  const summer = value("SUM-25") / (value("SUM-26") + value("SUM-25") / value("SUM-27"));
  const winter = value("DSM-01") / (value("DSM-02") + value("DSM-03"));
  const theirs = [
    { population: "The whole Hub, Summer report", period: "August 2026", base: summer },
    { population: "The whole Hub, Hugging Face series", period: "early 2026", base: winter },
  ].map((row) => ({ ...row, origin: "published", root: null, lower: null, upper: null, models: null }));
  const ours = populations.flatMap(({ prefix, label, basis, edges }) => {
    const [base, root] = [facts[`${prefix}ratio-base`], facts[`${prefix}ratio-root`]];
    if (base === undefined || root === undefined) return [];
    const row = { population: label, period: basis.asOf, origin: "computed", models: edges.derived };
    return [{ ...row, base: numeric(base), root: numeric(root), ...interval(root) }];
  });
  const rows = [...theirs.filter(({ base }) => Number.isFinite(base)), ...ours];
  return rows.length > 1 ? rows : null;
}

const named: Readonly<Partial<Record<Origin, string>>> = {
  elsewhere: "Elsewhere",
  copy: "Copies",
  ZZ: "Not known",
};

/** How an origin is called. */
export function originName(origin: Origin): string {
  return named[origin] ?? placeName(origin);
}

function shares(rows: readonly LineageRow[], reach: Reach, population: Population, row: string) {
  const whole = models(rows);
  const sums = byOrigin(rows, reach, population);
  return origins.map((origin) => ({
    ...{ row, origin: originName(origin), code: origin as string, models: whole },
    share: (sums.get(origin) ?? 0) / whole,
  }));
}

/** Where what models build on comes from, one step back and at the root, and at the root by relation. */
export function placeFrame(population: Population) {
  const { rows } = population;
  const byRelation = Object.entries(relations).flatMap(([relation, name]) => {
    const own = rows.filter((row) => row.relation === relation);
    return own.length === 0 ? [] : shares(own, "root", population, `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  });
  return [
    ...shares(rows, "base", population, "All, one step back"),
    ...shares(rows, "root", population, "All, at the root"),
    ...byRelation,
  ];
}

/** Where what organisations build on comes from, by their own place; models built on their own company's are left out. */
export function flowFrame(population: Population) {
  const rows = [...byPublisher(population)].flatMap(([place, own]) => {
    const others = own.filter((row) => !isOwn(row, population.publishers));
    return models(others) < fewest ? [] : shares(others, "root", population, placeName(place));
  });
  return rows.length === 0 ? null : rows.slice(0, origins.length * 8);
}
