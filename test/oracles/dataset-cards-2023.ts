/** One raw row of the listing, as it stands in the file. */
export interface RawDataset {
  readonly dataset_name: string;
  readonly author: string;
  readonly dataset_creation_time: string;
  readonly downloads: number;
  readonly has_card: boolean;
  readonly has_nonempty_card: boolean;
  readonly task: string;
  readonly domain: string | null;
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The day in UTC of a time such as `Tue Jan 25 16:34:18 2022 +0100`, by arithmetic on its parts. */
export function utcDayOf(text: string): string {
  const [, month = "", day, clock = "", year, offset = ""] = text.split(" ");
  const [hours, minutes, seconds] = clock.split(":").map(Number);
  const ahead = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5))) * (offset.startsWith("-") ? -1 : 1);
  const local = Date.UTC(Number(year), months.indexOf(month), Number(day), hours, minutes, seconds);
  return new Date(local - ahead * 60_000).toISOString().slice(0, 10);
}

/** Datasets of each task category, each once a dataset. */
export function byTask(rows: readonly RawDataset[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { task } of rows) {
    if (task === "None") continue;
    for (const one of new Set(task.split(","))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}
