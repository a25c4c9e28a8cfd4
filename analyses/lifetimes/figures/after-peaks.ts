import * as Plot from "@observablehq/plot";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { valueAxis } from "#kit/marks.ts";
import { brief, merge, nameText, say, show } from "#kit/text.ts";
import { float, int, nullable, text } from "#loaders/schema/column.ts";
import { drawnDays } from "../frames.ts";
import { level, parts } from "../spells.ts";
import { bottomAxis, inked, sixWeekRule } from "./marks.ts";

const columns = {
  threshold: text("Part of the peak: half or tenth"),
  days: int("Days since the peak", "days"),
  survival: float("Share of models above it", "share"),
  lower: nullable(float("Lower end of the interval", "share")),
  upper: nullable(float("Upper end of the interval", "share")),
  at_risk: int("Models still watched", "models"),
};

type Row = FrameRow<typeof columns>;

const words: Readonly<Record<string, string>> = {
  half: label(parts.half, "share"),
  tenth: label(parts.tenth, "share"),
};

/** Shares of models above half and a tenth of their peak. */
export const afterPeaks = defineFigure({
  id: "after-peaks",
  title: (_, { fact }) =>
    say`From a peak, ${fact("peak-half")} days to ${brief(fact("half-part"))} of it, ${fact("peak-tenth")} to ${brief(fact("tenth-part"))}`,
  subtitle: (_, { fact }) =>
    say`Share of models whose downloads in ${fact("window-days")} days are still above ${brief(fact("half-part"))}, and above ${brief(fact("tenth-part"))}, of their peak, by days since it. Embedding models for transformers.js, listed daily, whose peak was seen: ${fact("peak-half-models")} models, to ${show.day(fact("peak-half").basis.asOf)}, when the list was capped`,
  reading: say`Each step down is a model that reaches that part of its peak. Bands are intervals of ${nameText(level)} that allow for authors.`,
  columns,
  n: "peak-half-models",
  sensitivity: (_, { fact }) =>
    ["peak-half", "peak-tenth"].flatMap((id) =>
      fact(id).variants.map((variant) => ({
        label: nameText(`${id === "peak-half" ? "To half" : "To a tenth"}, ${variant.label}`),
        value: say`${show.value(variant.value, "days")} days`,
      })),
    ),
  plot: (rows, size) => ({
    height: size.phone ? 300 : 340,
    marginLeft: 48,
    marginRight: 16,
    marginBottom: 44,
    marginTop: 16,
    x: { domain: [0, drawnDays] },
    y: { domain: [0, 1], label: null },
    marks: [
      ...valueAxis([0, 0.25, 0.5, 0.75, 1], (tick) => label(tick, "share")),
      bottomAxis(
        [0, 30, 60, 90, 120, 150, 180].filter((tick) => !size.phone || tick % 60 === 0),
        "days since the peak",
      ),
      ...["half", "tenth"].flatMap((threshold) => {
        const own = rows.filter((row) => row.threshold === threshold);
        const dash = threshold === "half" ? "none" : "6 4";
        return [
          Plot.areaY(
            own.filter(({ lower }) => lower !== null),
            {
              ...{
                x: "days",
                y1: "lower",
                y2: "upper",
                curve: "step-after",
                fill: "var(--entity-models)",
                fillOpacity: 0.14,
              },
            },
          ),
          Plot.lineY(own, {
            ...{ x: "days", y: "survival", curve: "step-after", stroke: "var(--entity-models)", strokeWidth: 2.25 },
            strokeDasharray: dash,
          }),
          Plot.text(own.filter(({ days }) => days <= (threshold === "half" ? 60 : 110)).slice(-1), {
            ...{ x: "days", y: "survival", textAnchor: "start", dx: 6, dy: -12, fontWeight: 600, ...inked },
            text: () => `above ${words[threshold]}`,
          }),
        ];
      }),
      ...sixWeekRule(0.94),
    ],
  }),
  describe: (rows, { fact }) => ({
    alt: say`Step lines of models above ${brief(fact("half-part"))} and ${brief(fact("tenth-part"))} of their peak, with medians of ${fact("peak-half")} and ${fact("peak-tenth")} days.`,
    long: merge(rows.filter(told).map(sentence), " "),
  }),
});

const at = [0, 10, 20, 30, 42, 60, 90, 120, 180];

/** The last row at or before each of some ages. */
function told(row: Row, i: number, rows: readonly Row[]): boolean {
  const next = rows[i + 1];
  const until = next?.threshold === row.threshold ? next.days : Number.POSITIVE_INFINITY;
  return at.some((age) => row.days <= age && age < until);
}

function sentence({ threshold, days, survival, at_risk }: Row) {
  return say`From ${show.value(days, "days")} days, ${show.value(survival, "share")} are above ${nameText(words[threshold] ?? "")} of the peak, of ${show.value(at_risk, "models")} watched.`;
}
