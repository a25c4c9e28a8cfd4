import * as Plot from "@observablehq/plot";
import type { Event, Size } from "./figure.ts";
import { month } from "./format.ts";

/** A line's last point and the words beside it. */
export interface EndLabel {
  readonly x: Date;
  readonly y: number;
  readonly text: string;
}

/** The instant at which a day begins, UTC. */
export function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Labels moved apart just enough to read, keeping their order; `gap` is in units of the y scale. */
function spread(labels: readonly EndLabel[], gap: number): EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const moved: EndLabel[] = [];
  for (const label of sorted) {
    const below = moved.at(-1);
    moved.push({ ...label, y: below === undefined ? label.y : Math.max(label.y, below.y + gap) });
  }
  return moved;
}

/** Words at the ends of lines, in ink, left aligned. */
export function endLabels(labels: readonly EndLabel[], gap: number): Plot.Markish {
  return Plot.text(spread(labels, gap), {
    x: "x",
    y: "y",
    text: "text",
    dx: 8,
    textAnchor: "start",
    fontWeight: 600,
    fill: "var(--ink)",
  });
}

/** A quiet axis of months; a phone gets every third crawl. */
export function monthAxis(days: readonly string[], { phone }: Size): Plot.Markish {
  const every = phone ? 4 : 2;
  const ticks = days.filter((_, i) => i % every === 0).map(instant);
  return Plot.axisX(ticks, {
    tickFormat: (tick: Date) => month(tick.toISOString().slice(0, 10)),
    tickSize: 4,
    tickPadding: 8,
    stroke: null,
    color: "var(--quiet)",
  });
}

/** Quiet horizontal grid lines with their values above the line's left end. */
export function valueAxis(ticks: readonly number[], format: (value: number) => string): Plot.Markish[] {
  return [
    Plot.gridY(ticks, { stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisY(ticks, { tickFormat: format, tickSize: 0, color: "var(--quiet)", label: null }),
  ];
}

/** Words inside the plot, where the eye goes, on a halo of paper. */
export function annotation(x: Date, y: number, text: string, options: Plot.TextOptions = {}): Plot.Markish {
  return Plot.text([{ x, y }], {
    x: "x",
    y: "y",
    text: () => text,
    lineAnchor: "bottom",
    fill: "var(--quiet)",
    stroke: "var(--paper)",
    strokeWidth: 4,
    ...options,
  });
}

/** Dashed rules at events, each with its title beside it, by turns at heights of the y scale. */
export function eventRules(
  events: readonly Event[],
  heights: readonly number[],
  side: "left" | "right",
): Plot.Markish[] {
  const on = ({ date }: Event): Date => instant(date);
  const beside = { textAnchor: side === "left" ? "end" : "start", dx: side === "left" ? -4 : 4, fontSize: 12 } as const;
  const title = (event: Event, i: number): Plot.Markish =>
    annotation(on(event), heights[i % heights.length] ?? 0, event.title, beside);
  return [
    Plot.ruleX(events, { x: on, stroke: "var(--quiet)", strokeOpacity: 0.6, strokeDasharray: "2 3" }),
    ...events.map(title),
  ];
}
