import type { ModelFacts, Statistics } from "./facts.ts";

/** What is kept of a model that may be among the most downloaded. */
interface Kept {
  readonly day: string;
  readonly repo: string;
  readonly owner: string;
  readonly curated: boolean;
  readonly downloads: number;
}

const places = 10;

/**
 * The most downloaded models of the first and of the last snapshot, in every snapshot.
 *
 * Only models that `mayLead` are kept; throws if one that may not is among the most downloaded.
 */
export function topModels(mayLead: (index: number) => boolean): Statistics {
  const kept: Kept[] = [];
  const days: string[] = [];
  let outside = 0;
  return {
    begin: ({ observedOn }) => void days.push(observedOn),
    model: (row) => {
      if (row.downloads === 0) return;
      if (mayLead(row.index)) kept.push(keep(row, days.at(-1) ?? ""));
      else outside = Math.max(outside, row.downloads);
    },
    tables: () => {
      const ends = [days[0], days.at(-1)].map((day) => kept.filter((row) => row.day === day));
      const leading = ends.flatMap((rows) => [...leaders(rows), ...leaders(rows.filter(({ curated }) => curated))]);
      if (leading.some(({ downloads }) => downloads <= outside))
        throw new Error("a model that may not lead does; keep more models");
      const repos = new Set(leading.map(({ repo }) => repo));
      const rows = kept
        .filter(({ repo }) => repos.has(repo))
        .map(({ day, ...row }) => [day, row.repo, row.owner, row.curated, row.downloads]);
      const columns = ["observed_on", "repo", "owner", "curated", "downloads_30d"];
      return [{ name: "top-models", key: columns.slice(0, 2), columns, rows }];
    },
  };
}

function keep({ id, curated, downloads }: ModelFacts, day: string): Kept {
  return { day, repo: id, owner: id.includes("/") ? (id.split("/")[0] ?? "") : "(none)", curated, downloads };
}

function leaders(rows: readonly Kept[]): Kept[] {
  return rows.toSorted((a, b) => b.downloads - a.downloads || (a.repo < b.repo ? -1 : 1)).slice(0, places);
}
