import * as Plot from "@observablehq/plot";
import { sixWeeks } from "../spells.ts";

/** Words in ink on a halo of paper, so that they read over lines. */
export const inked = { fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 4 } as const;

/** A quiet axis below, of a number of days or months. */
export function bottomAxis(ticks: readonly number[], label: string): Plot.Markish {
  return Plot.axisX(ticks, {
    ...{ tickFormat: (tick: number) => String(tick), tickSize: 4, tickPadding: 6, stroke: null },
    ...{ color: "var(--quiet)", label, labelAnchor: "center", labelArrow: "none" },
  });
}

/** A dashed rule at six weeks, with its words at a height of the y scale, or below the plot. */
export function sixWeekRule(height: number | string | null, side: "left" | "right" = "right"): Plot.Markish[] {
  const words = { text: () => "six weeks", ...inked, fill: "var(--quiet)" };
  const anchor = { textAnchor: side === "left" ? "end" : "start", dx: side === "left" ? -5 : 5 } as const;
  return [
    Plot.ruleX([sixWeeks], { stroke: "var(--quiet)", strokeDasharray: "4 4" }),
    height === null
      ? Plot.text([sixWeeks], { x: (day: number) => day, frameAnchor: "bottom", dy: 15, ...words })
      : Plot.text([sixWeeks], { x: (day: number) => day, y: () => height, ...anchor, ...words }),
  ];
}
