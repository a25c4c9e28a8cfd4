import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, share, type Variant } from "#kit/facts.ts";
import { shareOf, shareWithout, type Tops, toldTops } from "../tops.ts";

type Facts = Readonly<Record<string, Fact>>;

const population = "a fixed panel of Hub namespaces, hand-picked by the authors of OSIR-LMTS";

/** Shares of the most downloaded models of the panel on its first and last crawl; nothing of a single crawl. */
export function panelFacts(panel: readonly Tops[], all: readonly Tops[], whole: Basis): Facts {
  const [first, last] = [panel[0], panel.at(-1)];
  if (first === undefined || last === undefined || panel.length < 2) return {};
  const on = ({ day }: Tops): Basis => narrow(whole, { population, asOf: day });
  const ends = Object.entries({ first, last });
  return {
    ...Object.fromEntries(
      ends.flatMap(([end, tops]) =>
        toldTops.map((k) => [`panel-top-${k}-${end}`, topFact(tops, all, k, on(tops))] as const),
      ),
    ),
    ...Object.fromEntries(
      ends.map(([end, tops]) => [
        `panel-${end}-day`,
        date({ value: tops.day, definition: `Day of the ${end} crawl of the fixed panel.`, basis: on(tops) }),
      ]),
    ),
    "panel-crawls": count({
      ...{ value: panel.length, unit: "crawls", basis: on(last) },
      definition: "Crawls of the fixed panel, from January 2025 on.",
    }),
    "panel-used": count({
      ...{ value: last.used, unit: "models", basis: on(last) },
      definition: "Models of the fixed panel with a download in the 30 days before its last crawl.",
    }),
  };
}

function topFact(tops: Tops, all: readonly Tops[], k: number, basis: Basis): Fact {
  const crawl = all.find(({ day }) => day === tops.day);
  const variants: Variant[] = [
    { label: "most downloaded model left out", value: shareWithout(tops, k) },
    ...(crawl === undefined ? [] : [{ label: "all crawled namespaces", value: shareOf(crawl, k) }]),
  ];
  return share({
    ...{ part: tops.first.get(k) ?? Number.NaN, whole: tops.whole, unknown: 0, n: tops.used, basis },
    definition: `Downloads of the ${k} most downloaded models in the 30 days before the crawl, over those of all models.`,
    variants: variants.filter(({ value }) => Number.isFinite(value)),
  });
}
