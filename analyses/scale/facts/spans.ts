import { type Fact, ratio, sum, type Variant } from "#kit/facts.ts";
import { publishedBasis } from "../population.ts";
import { earliest, type PublishedSpan, type PublishedTotal, rounded, spansOf } from "../published.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Doubling time between neighbouring totals, by the year of the later one. */
export function spanFacts(totals: readonly PublishedTotal[]): Facts {
  return Object.fromEntries(
    spansOf(totals).map((span, i) => {
      const { from, to, doubling } = span;
      const definition = `Months in which models would double, had they grown steadily from the published total of ${from.on} to that of ${to.on}.`;
      const basis = publishedBasis(to.on);
      const variants = otherSpans(totals, i, span, (other) => other.doubling);
      const fact = sum({ value: doubling, unit: "months", n: 2, variants, definition, basis });
      return [`published-doubling-${to.on.slice(0, 4)}`, fact];
    }),
  );
}

/** What another total of that winter, an earlier day of a month, or rounding gives for one of the spans. */
function otherSpans(
  totals: readonly PublishedTotal[],
  place: number,
  own: PublishedSpan,
  value: (span: PublishedSpan) => number,
): Variant[] {
  const summer = ["FIO-01", "FIO-02", "FIO-03", "SUM-01", "FIO-05"];
  const all = [
    ...(totals.some(({ id }) => id === "SUM-01")
      ? [{ label: "with the total of the Summer report", spans: spansOf(totals, summer) }]
      : []),
    { label: "with totals of a month dated to its first day", spans: spansOf(earliest(totals)) },
    { label: "with rounded totals at the least that they can be", spans: spansOf(rounded(totals, "least")) },
    { label: "with rounded totals at the most that they can be", spans: spansOf(rounded(totals, "most")) },
  ];
  return all
    .flatMap(({ label, spans }) => (spans[place] === undefined ? [] : [{ label, value: value(spans[place]) }]))
    .filter((one) => one.value !== value(own));
}

/** The newest span: how many times the total became, and how many times over a year at that pace. */
export function lastFacts(totals: readonly PublishedTotal[]): Facts {
  const all = spansOf(totals);
  const last = all.at(-1);
  if (last === undefined) return {};
  const { from, to } = last;
  const variants = (value: (span: PublishedSpan) => number): Variant[] =>
    otherSpans(totals, all.length - 1, last, value);
  const times = (span: PublishedSpan): number => span.to.total / span.from.total;
  const yearly = ({ doubling }: PublishedSpan): number => 2 ** (12 / doubling);
  const common = { n: 2, basis: publishedBasis(to.on) } as const;
  return {
    "published-last-times": ratio({
      ...{ ...common, numerator: to.total, denominator: from.total, variants: variants(times) },
      definition: `Published models on ${to.on} over those on ${from.on}.`,
    }),
    "published-last-year": sum({
      ...{ ...common, value: yearly(last), unit: "times", variants: variants(yearly) },
      definition: `How many times over a whole year the published models would become at the steady pace from ${from.on} to ${to.on}.`,
    }),
  };
}
