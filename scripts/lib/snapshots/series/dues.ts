/** How far apart the snapshots of a series are. */
export interface Every {
  readonly count: number;
  readonly unit: "d" | "w" | "m";
}

/** A day for which a series wants a snapshot. */
export interface Due {
  readonly day: string;
  /** What stands for the day is later than this one: a step earlier. */
  readonly after: string;
}

/** Days of a series, first to last. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly every: Every;
}

/** Reads 10d, 4w or 1m; null for anything else. */
export function everyOf(text: string): Every | null {
  const [, count = "", unit = ""] = /^([1-9]\d{0,3})([dwm])$/.exec(text) ?? [];
  return count === "" ? null : { count: Number(count), unit: unit as Every["unit"] };
}

/** The days of a series: `from`, and then one a step up to `to`. A month that lacks the day has its last day instead. */
export function duesOf({ from, to, every }: Span): Due[] {
  const dues: Due[] = [];
  for (let i = 0, day = from; day <= to; day = dayAt(from, every, ++i))
    dues.push({ day, after: dayAt(from, every, i - 1) });
  return dues;
}

function dayAt(from: string, { count, unit }: Every, steps: number): string {
  const start = new Date(`${from}T00:00:00Z`);
  if (unit !== "m") return iso(start.getTime() + steps * count * (unit === "w" ? 7 : 1) * 86_400_000);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + steps * count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return iso(Date.UTC(year, month, Math.min(start.getUTCDate(), last)));
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The label that stands for a day: the day itself, or the nearest earlier one within the step; null for none. */
export function labelFor({ day, after }: Due, labels: readonly string[]): string | null {
  return (
    labels
      .filter((label) => label <= day && label > after)
      .sort()
      .at(-1) ?? null
  );
}
