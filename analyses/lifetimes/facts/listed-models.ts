import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { type PeakRow, parts } from "../spells.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The author with most models of the listing, whose models share shocks. */
export const largest = "Xenova";

/** Which models the daily listings hold, and where their peaks lie. */
export function whoFacts(rows: readonly PeakRow[], basis: Basis): Facts {
  const models = (keep: (row: PeakRow) => boolean): number =>
    rows.filter(keep).reduce((sum, row) => sum + row.models, 0);
  const n = models(() => true);
  const of = (value: number, definition: string): Fact =>
    count({ value, unit: "models", n, definition: `${definition}, before the cap.`, basis });
  const fell = models(({ state }) => state === "fell");
  const own = models(({ state, author }) => state === "fell" && author === largest);
  return {
    "daily-models": of(n, "Models of the daily listings with a known number of downloads on some day"),
    "daily-listed-first": of(
      models(({ listed_first }) => listed_first),
      "Of these, models on the first listing of all",
    ),
    "peak-first-day": of(
      models(({ state }) => state === "first day"),
      "Models whose highest count is on the first day that lists them, so that their peak may lie before it",
    ),
    "peak-at-end": of(
      models(({ state }) => state === "at peak"),
      "Models whose highest count is on the last day that lists them",
    ),
    ...(fell > 0
      ? {
          "largest-author-fell": share({
            ...{ part: own, whole: fell, unknown: 0, n: fell, basis },
            definition: `Share of ${largest} in the models that fell to half of their peak before the cap.`,
          }),
        }
      : {}),
  };
}

const window = 30;

/** Numbers that the measures are made with. */
export function constants(basis: Basis): Facts {
  const part = (of: keyof typeof parts): Fact =>
    sum({
      value: parts[of],
      unit: "share",
      n: window,
      definition: `The part of the peak that the measure waits for, a ${of}.`,
      basis,
    });
  return {
    "window-days": count({
      ...{ value: window, unit: "days", basis },
      definition: "Days that the Hub's counter of downloads covers.",
    }),
    "half-part": part("half"),
    "tenth-part": part("tenth"),
  };
}

/** How many of the falls come in the two months with most of them. */
export function shockFacts(rows: readonly PeakRow[], basis: Basis): Facts {
  const fell = rows.filter(({ fell_in }) => fell_in !== null);
  const months = [...Map.groupBy(fell, ({ fell_in }) => fell_in ?? "")].map(
    ([month, own]) => [month, own.reduce((sum, { models }) => sum + models, 0)] as const,
  );
  const [first, second] = months.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first === undefined || second === undefined) return {};
  const whole = months.reduce((sum, [, models]) => sum + models, 0);
  const day = (value: string, definition: string): Fact => ({
    ...{ value, unit: "date", n: null, of: null, bounds: null, variants: [] },
    ...{ definition, basis },
  });
  return {
    "shock-share": share({
      ...{ part: first[1] + second[1], whole, unknown: 0, n: whole, basis },
      definition: "Share of the falls to half of the peak, before the cap, that come in the two months with most.",
    }),
    "shock-first": day(first[0], "First day of the month with most falls to half of the peak."),
    "shock-second": day(second[0], "First day of the month with the second number of falls to half of the peak."),
  };
}
