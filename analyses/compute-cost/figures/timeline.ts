import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import type { Event, Size } from "#kit/figure.ts";
import { bare } from "#kit/format.ts";
import { eventRules, instant } from "#kit/marks.ts";

/** A training run as the timeline draws it. */
export interface Run {
  readonly published_on: string;
  readonly model: string;
  readonly weights: string;
  readonly flop: number;
  readonly flop_least: number | null;
  readonly flop_most: number | null;
}

const kinds = [
  { id: "closed", words: "Closed", of: ["closed"] },
  { id: "open", words: "Open weights", of: ["open", "limited"] },
] as const;

/** Smallest run that has a place on the axis, FLOP. */
const low = 3e19;

const on = (row: { readonly published_on: string }): Date => instant(row.published_on);

/** Rows that lie above every row before them, in the order given. */
export function records<T>(rows: readonly T[], value: (row: T) => number): T[] {
  let best = Number.NEGATIVE_INFINITY;
  return rows.filter((row) => {
    const higher = value(row) > best;
    if (higher) best = value(row);
    return higher;
  });
}

/** The records of each kind of access, oldest first. */
function lines(runs: readonly Run[]) {
  const sorted = [...runs].sort((a, b) => (a.published_on < b.published_on ? -1 : 1));
  return kinds.map(({ id, words, of }) => {
    const own = sorted.filter(({ weights }) => of.some((one) => one === weights));
    return { id, words, records: records(own, ({ flop }) => flop) };
  });
}

function colour({ weights }: Run): string {
  return colourOf(kinds.find(({ of }) => of.some((one) => one === weights))?.id ?? "unknown");
}

/** Dots for runs on a logarithmic axis, lines for records, dashed rules for events. */
export function timeline(runs: readonly Run[], events: readonly Event[], size: Size): Plot.PlotOptions {
  const { phone } = size;
  const drawn = lines(runs);
  return {
    height: phone ? 380 : 440,
    marginLeft: phone ? 52 : 62,
    marginRight: phone ? 14 : 110,
    marginTop: 22,
    marginBottom: 34,
    x: { type: "utc", label: null, domain: [instant("2019-01-01"), instant("2025-06-01")] },
    y: { type: "log", label: null, domain: [low, 1.6e27] },
    marks: [
      ...axes(phone),
      ...eventRules(events, phone ? [low * 1.3, low * 4, low * 12] : [low * 1.3, low * 4], "left"),
      ...drawn.map(({ id, records: own }) =>
        Plot.lineY(own, { x: on, y: "flop", stroke: colourOf(id), strokeWidth: 2, curve: "step-after" }),
      ),
      whiskers(runs),
      dots(runs, phone),
      ...drawn.map(({ id, words, records: own }) => (phone ? beginning(id, own) : ending(words, own))),
    ],
    color: { type: "identity" },
    symbol: { type: "identity" },
  };
}

function axes(phone: boolean): Plot.Markish[] {
  const powers = [20, 21, 22, 23, 24, 25, 26].filter((power) => !phone || power % 2 === 0).map((power) => 10 ** power);
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025].filter((year) => !phone || year % 2 === 1);
  const quiet = { color: "var(--quiet)", label: null } as const;
  const power = (tick: number): string => bare(tick, "flop").split("×\u00a0").at(-1) ?? "";
  return [
    Plot.gridY(powers, { stroke: "var(--rule)", strokeOpacity: 1 }),
    Plot.axisY(powers, { ...quiet, tickFormat: power, tickSize: 0 }),
    Plot.axisX(
      years.map((year) => instant(`${year}-01-01`)),
      { ...quiet, tickFormat: (tick: Date) => String(tick.getUTCFullYear()), tickSize: 4 },
    ),
  ];
}

function whiskers(runs: readonly Run[]): Plot.Markish {
  const bounded = runs.filter((row) => row.flop_least !== null);
  const top = (row: Run): number => row.flop_most ?? row.flop;
  return Plot.ruleX(bounded, { x: on, y1: "flop_least", y2: top, stroke: colour, strokeWidth: 1.25 });
}

function dots(runs: readonly Run[], phone: boolean): Plot.Markish {
  const symbol = ({ weights }: Run): string =>
    weights === "closed" ? "circle" : weights === "unknown" ? "diamond" : "square";
  const outline = { stroke: "var(--paper)", strokeWidth: 1 } as const;
  return Plot.dot(runs, { x: on, y: "flop", r: phone ? 2.8 : 3.6, fill: colour, symbol, ...outline });
}

const strong = { fontWeight: 600, fill: "var(--ink)", stroke: "var(--paper)", strokeWidth: 3 } as const;

/** Words at the right of the frame, level with the last record. */
function ending(words: string, own: readonly Run[]): Plot.Markish {
  const text = (row: Run): string => `${words}:\n${row.model}`;
  return Plot.text(own.slice(-1), { y: "flop", text, frameAnchor: "right", textAnchor: "start", dx: 6, ...strong });
}

/** One word at the first record, where a phone has room. */
function beginning(id: "open" | "closed", own: readonly Run[]): Plot.Markish {
  const [text, dy] = id === "closed" ? ["Closed", -16] : ["Open", 16];
  return Plot.text(own.slice(0, 1), { x: on, y: "flop", text: () => text, dy, ...strong });
}
