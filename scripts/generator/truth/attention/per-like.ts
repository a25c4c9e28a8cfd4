import { daySeconds, floorSecond, type Moment } from "../../parts/calendar.ts";
import type { ModelFacts, Statistics } from "../facts.ts";
import { Tally } from "../tally.ts";

/** Snapshots, from the newest back, whose models are told by their first digits. */
const classed = 2;
const floorDay = Math.floor(floorSecond / daySeconds);

/** Likes beside downloads: models by the first digits of both, and by downloads for each like. */
export function perLike(): Statistics {
  const classes = new Tally(
    "attention/crawl-classes",
    ["part", "observed_on", "pair", "x", "y"],
    ["models", "downloads_30d"],
  );
  const ratios = new Tally("attention/crawl-per-like", ["part", "observed_on", "by", "group", "per_like"], ["models"]);
  let moment: Moment | undefined;
  return {
    begin: (now) => {
      moment = now;
    },
    model: (row) => {
      if (moment === undefined || moment.left >= classed) return;
      const { observedOn: day, left } = moment;
      const [x, y] = [firstDigit(row.likes), firstDigit(row.downloads)];
      classes.add(["hub", day, "likes-downloads", x, y], [1, row.downloads]);
      if (left > 0) return;
      const ratio = row.likes === 0 ? null : twoDigits(row.downloads, row.likes);
      for (const [by, group] of groupsOf(row, moment)) ratios.add(["hub", day, by, group, ratio], [1]);
    },
    tables: () => [classes.table(), ratios.table()],
  };
}

/** A whole number of which all digits but the first are 0. */
function firstDigit(number: number): number {
  const text = String(number);
  return Number(text.slice(0, 1)) * 10 ** (text.length - 1);
}

/** A quotient of whole numbers to two digits, halves up, worked out in whole numbers. */
export function twoDigits(dividend: number, divisor: number): number {
  if (dividend === 0) return 0;
  let [over, under, power] = [dividend, divisor, 0];
  for (; over >= 100 * under; power++) under *= 10;
  for (; over < 10 * under; power--) over *= 10;
  const digits = Math.floor((2 * over + under) / (2 * under));
  return Number(`${digits}e${power}`);
}

function groupsOf(row: ModelFacts, { day }: Moment): [by: string, group: string][] {
  const groups: [string, string | null][] = [
    ["all", "all"],
    ["age", ageOf(row, day)],
    ["size", row.size.parameters === null ? null : classOf(row.size.parameters, sizes)],
    ["likes", row.likes === 0 ? null : classOf(row.likes, liked)],
    ["owner", row.owner.registered],
  ];
  return groups.flatMap(([by, group]) => (group === null ? [] : [[by, group] as [string, string]]));
}

type Classes = readonly (readonly [below: number, name: string])[];

const liked: Classes = [
  [10, "0 1 to 9 likes"],
  [100, "1 10 to 99 likes"],
  [1000, "2 100 to 999 likes"],
  [Number.POSITIVE_INFINITY, "3 1,000 likes and up"],
];
const sizes: Classes = [
  [1e9, "0 under 1B"],
  [1e10, "1 1B to 10B"],
  [1e11, "2 10B to 100B"],
  [1e13, "3 100B and up"],
];
const old = "4 two years or older";
const ages: Classes = [
  [30, "0 under 30 days"],
  [90, "1 30 to 89 days"],
  [365, "2 90 days to a year"],
  [730, "3 one to two years"],
  [Number.POSITIVE_INFINITY, old],
];

function classOf(value: number, classes: Classes): string | null {
  return classes.find(([below]) => value < below)?.[1] ?? null;
}

/** Models with the Hub's oldest date are as old as that or older. */
function ageOf({ createdOn, atFloor }: ModelFacts, day: number): string | null {
  if (createdOn !== null) return classOf(day - createdOn, ages);
  return atFloor === true && day - floorDay > 730 ? old : null;
}
