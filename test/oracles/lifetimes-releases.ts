import { daysBetween, type Life } from "./lifetimes-peaks.ts";
import type { RawLine } from "./osir-lmts.ts";

/** One model of the crawls under its namespace's newest name, crawl by crawl. */
export interface Followed {
  readonly space: string;
  /** Downloads and discussions by the number of the crawl, from 0. */
  readonly on: Map<number, { downloads: number; discussions: number }>;
  readonly first: number;
}

/** The crawls of the Hub's models, as loops see them. */
export interface Crawled {
  readonly days: readonly string[];
  readonly models: readonly Followed[];
  /** Namespaces of each crawl. */
  readonly spaces: readonly ReadonlySet<string>[];
}

/** Reads the lines; `THUDM` is `zai-org` throughout, and case does not count. */
export function crawledOf(lines: readonly RawLine[]): Crawled {
  const hub = lines.filter(({ site, kind }) => site === "HuggingFace" && kind === "models");
  const days = [...new Set(hub.map(({ day }) => day))].sort();
  const spaces = days.map(() => new Set<string>());
  const models = new Map<string, Followed>();
  for (const line of hub) {
    const crawl = days.indexOf(line.day);
    const space = line.repo.toLowerCase() === "thudm" ? "zai-org" : line.repo.toLowerCase();
    spaces[crawl]?.add(space);
    const key = `${space}/${line.name.toLowerCase()}`;
    const known = models.get(key) ?? { space, on: new Map(), first: crawl };
    const first = Math.min(known.first, crawl);
    const before = known.on.get(crawl);
    const downloads = Math.max(line.downloads, before?.downloads ?? 0);
    known.on.set(crawl, { downloads, discussions: Math.max(line.discussions, before?.discussions ?? 0) });
    models.set(key, { ...known, first });
  }
  return { days, models: [...models.values()], spaces };
}

/** Models that were released in the gap before the crawl that lists them first; not those of the crawl that lists zeros. */
export function releasedOf({ days, models, spaces }: Crawled): Followed[] {
  return models.filter(
    ({ space, first }) => first > 0 && spaces[first - 1]?.has(space) && (days[first] ?? "") < "2025-09-07",
  );
}

/** The crawl of the first full month: the first that lists the model 28 days or more after the one that lists it first. */
export function monthOf({ days }: Crawled, { on, first }: Followed): number | null {
  const crawls = [...on.keys()].sort((a, b) => a - b);
  return crawls.find((crawl) => daysBetween(days[first] ?? "", days[crawl] ?? "") >= 28) ?? null;
}

/** Lives of releases with 100 downloads or more in their first full month, from it to half of its downloads. */
export function livesAfterRelease(crawled: Crawled, part = 0.5): Life[] {
  const lives: Life[] = [];
  for (const model of releasedOf(crawled)) {
    const month = monthOf(crawled, model);
    const base = month === null ? 0 : (model.on.get(month)?.downloads ?? 0);
    if (month === null || base < 100) continue;
    const later = [...model.on].filter(([crawl]) => crawl > month).sort(([a], [b]) => a - b);
    const fall = later.find(([, { downloads }]) => downloads <= base * part);
    const end = fall ?? later.at(-1);
    if (end === undefined) continue;
    const days = daysBetween(crawled.days[month] ?? "", crawled.days[end[0]] ?? "");
    lives.push({ days, event: fall !== undefined, author: model.space });
  }
  return lives;
}

/** Parts of the first full month's downloads that releases have some months later, in whole percent, rising. */
export function keptParts(crawled: Crawled, months: number): number[] {
  const parts: number[] = [];
  for (const model of releasedOf(crawled)) {
    const month = monthOf(crawled, model);
    const base = month === null ? 0 : (model.on.get(month)?.downloads ?? 0);
    if (month === null || base < 100) continue;
    for (const [crawl, { downloads }] of model.on) {
      const days = daysBetween(crawled.days[month] ?? "", crawled.days[crawl] ?? "");
      if (days > 0 && Math.round((days * 12) / 365.25) === months)
        parts.push(Math.min(400, Math.round((100 * downloads) / base)));
    }
  }
  return parts.sort((a, b) => a - b);
}

/** Discussions by crawls since the first that lists a release: models, discussions, and the sum of the ages at opening. */
export function discussionsByAge(crawled: Crawled): Map<number, { models: number; opened: number; ages: number }> {
  const found = new Map<number, { models: number; opened: number; ages: number }>();
  for (const { on, first } of releasedOf(crawled)) {
    const [after = "", by = ""] = [crawled.days[first - 1], crawled.days[first]];
    const half = daysBetween(after, by) / 2;
    let [count, before] = [0, ""];
    for (const [crawl, { discussions }] of [...on].sort(([a], [b]) => a - b)) {
      const day = crawled.days[crawl] ?? "";
      const middle = before === "" ? half / 2 : daysBetween(by, before) + daysBetween(before, day) / 2 + half;
      const row = found.get(crawl - first) ?? { models: 0, opened: 0, ages: 0 };
      const opened = Math.max(0, discussions - count);
      row.models += 1;
      row.opened += opened;
      row.ages += opened * middle;
      found.set(crawl - first, row);
      [count, before] = [discussions, day];
    }
  }
  return found;
}

/** Change of a namespace's older models in each gap, as the logarithm, with whether it released one in the gap. */
export function gapsOf(
  { models }: Crawled,
  least = 100,
): { space: string; crawl: number; change: number; released: boolean }[] {
  const sums = new Map<string, { space: string; crawl: number; before: number; after: number }>();
  const fresh = new Set<string>();
  for (const { space, on, first } of models) {
    if ((on.get(first)?.downloads ?? 0) >= least) fresh.add(`${space} ${first}`);
    for (const [crawl, { downloads }] of on) {
      const next = on.get(crawl + 1);
      if (first >= crawl || downloads < least || next === undefined) continue;
      const row = sums.get(`${space} ${crawl + 1}`) ?? { space, crawl: crawl + 1, before: 0, after: 0 };
      row.before += downloads;
      row.after += next.downloads;
      sums.set(`${space} ${crawl + 1}`, row);
    }
  }
  return [...sums.values()]
    .filter(({ before, after }) => before >= 1000 && after > 0)
    .map(({ space, crawl, before, after }) => ({
      ...{ space, crawl, change: Math.log(after / before), released: fresh.has(`${space} ${crawl}`) },
    }));
}
