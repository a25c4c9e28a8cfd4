import { type Basis, narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { count, date, type Fact, share, sum, type Variant } from "#kit/facts.ts";
import {
  afterPeak,
  beyond,
  boundsOf,
  level,
  medianOf,
  medianVariant,
  type PeakRow,
  sixWeeks,
  sizeOf,
} from "../spells.ts";
import type { peakSpells } from "../tables.ts";
import { constants, largest, shockFacts, whoFacts } from "./listed-models.ts";

type Facts = Readonly<Record<string, Fact>>;
export type Threshold = "half" | "tenth";

/** Rows of one way to look: which days, which peak, which threshold. */
export function peaksOf(rows: readonly PeakRow[], span: string, peak: string, threshold: Threshold): PeakRow[] {
  return rows.filter((row) => row.span === span && row.peak === peak && row.threshold === threshold);
}

/** How long models keep half, and a tenth, of their peak, and who they are. */
export function peakFacts({ rows, basis: whole }: Evidence<typeof peakSpells>): Facts {
  const until = rows.find(({ span }) => span === "uncapped")?.observed_on ?? whole.asOf;
  const basis = narrow(whole, { asOf: until });
  const halves = peaksOf(rows, "uncapped", "day", "half");
  if (sizeOf(afterPeak(halves)).authors < 2) return {};
  return {
    ...thresholdFacts(rows, "half", basis),
    ...thresholdFacts(rows, "tenth", basis),
    ...whoFacts(halves, basis),
    ...shockFacts(halves, basis),
    ...constants(basis),
    "uncapped-until": date({
      value: until,
      definition: "Last day on which the daily listing holds every model of its task.",
      basis,
    }),
    ...cappedFacts(rows, whole, until),
  };
}

function thresholdFacts(rows: readonly PeakRow[], threshold: Threshold, basis: Basis): Facts {
  const main = peaksOf(rows, "uncapped", "day", threshold);
  const spells = afterPeak(main);
  const { models, fell, authors } = sizeOf(spells);
  const found = medianOf(spells);
  const what = threshold === "half" ? "half of it or less" : "a tenth of it or less";
  const common = { basis, n: models };
  const definition = `Median number of days from a model's peak of 30-day downloads to the first day on which they are ${what}, by Kaplan and Meier, of models whose peak was seen; the interval, of ${level}, is for authors as clusters.`;
  const half = sum({ ...common, value: found.value ?? Number.NaN, unit: "days", definition });
  return {
    ...(found.value === null
      ? {}
      : { [`peak-${threshold}`]: { ...half, bounds: boundsOf(found), variants: otherPeaks(rows, threshold) } }),
    [`peak-${threshold}-models`]: count({
      ...common,
      value: models,
      unit: "models",
      definition: "Models of the daily listings whose peak was seen and that are listed after it, before the cap.",
    }),
    [`peak-${threshold}-fell`]: count({
      ...common,
      value: fell,
      unit: "models",
      definition: `Of these, those whose 30-day downloads were ${what} before the cap.`,
    }),
    [`peak-${threshold}-authors`]: count({
      ...common,
      value: authors,
      unit: "owners",
      definition: "Authors of these models.",
    }),
    [`peak-${threshold}-beyond`]: share({
      part: beyond(spells, sixWeeks) * models,
      whole: models,
      unknown: 0,
      ...common,
      definition: `Share of models that stay above ${threshold === "half" ? "half" : "a tenth"} of their peak for more than six weeks, by Kaplan and Meier.`,
    }),
  };
}

/** The same median with another peak, other models, or the days under the cap. */
function otherPeaks(rows: readonly PeakRow[], threshold: Threshold): Variant[] {
  const main = peaksOf(rows, "uncapped", "day", threshold);
  const capped = peaksOf(rows, "all", "day", threshold);
  const later = capped.some(({ observed_on }) => observed_on > (main[0]?.observed_on ?? ""));
  const ways: [string, ReturnType<typeof afterPeak>][] = [
    ["the peak as a mean of seven days", afterPeak(peaksOf(rows, "uncapped", "week", threshold))],
    [`without ${largest}`, afterPeak(main.filter(({ author }) => author !== largest))],
    ["models that joined the listing after its first day", afterPeak(main.filter((row) => !row.listed_first))],
    ["peaks of 100 downloads or more", afterPeak(main.filter(({ reach }) => reach >= 100))],
    ["peaks of 1,000 downloads or more", afterPeak(main.filter(({ reach }) => reach >= 1000))],
    ...(later
      ? ([
          ["with the days under the cap", afterPeak(capped)],
          ["with the days under the cap, leaving counted as falling", afterPeak(capped, "fallen")],
        ] as [string, ReturnType<typeof afterPeak>][])
      : []),
  ];
  return ways.flatMap(([label, spells]) => medianVariant(label, spells));
}

/** The median over all days, under the cap too, where the evidence has such days. */
function cappedFacts(rows: readonly PeakRow[], whole: Basis, until: string): Facts {
  const main = peaksOf(rows, "all", "day", "half");
  const day = main[0]?.observed_on ?? until;
  const found = day > until ? medianOf(afterPeak(main)) : { value: null, lower: null, upper: null };
  if (found.value === null) return {};
  const n = sizeOf(afterPeak(main)).models;
  const definition = `Median number of days from a model's peak of 30-day downloads to half of it, over all days, those under the cap too, on which leaving the listing ends the watching; the interval, of ${level}, is for authors as clusters.`;
  const basis = narrow(whole, { asOf: day });
  return {
    "peak-half-capped": {
      ...sum({ value: found.value, unit: "days", n, definition, basis }),
      bounds: boundsOf(found),
      variants: medianVariant("leaving counted as falling", afterPeak(main, "fallen")),
    },
  };
}
