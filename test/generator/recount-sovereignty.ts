import type { Read } from "./recount.ts";
import { type Cell, grouped, sum } from "./support.ts";
import type { Typed } from "./typed.ts";

/** What the registry knows of an owner. */
export interface Registry {
  readonly owner: (name: string) => string;
  readonly country: (name: string) => string;
}

const downloads = sum<Typed>((row) => row.downloads);

/** Downloads by owner and country and the most downloaded models, counted from the rows of all snapshots. */
export function recountedSovereignty(
  reads: readonly Read[],
  curated: readonly string[],
  registry: Registry,
): Record<string, Cell[][]> {
  const list = new Set(curated.map((id) => id.toLowerCase()));
  const isCurated = (row: Typed) => list.has(row.key);
  const onList = sum<Typed>((row) => (isCurated(row) ? row.downloads : 0));
  const byId = reads.every(({ models }) => models.every(({ hubId }) => hubId));
  const name = (row: Typed) => (byId ? (row.hubId ?? "") : row.key);
  const used = reads.map(({ day, models }) => ({ day, models: models.filter((row) => row.downloads > 0) }));
  const leading = new Set([used[0], used.at(-1)].flatMap((read) => leaders(read?.models ?? [], isCurated)));
  return {
    "owner-downloads": used.flatMap(({ day, models }, n) => {
      const past = used.slice(0, n).flatMap((read) => read.models);
      const [seen, owners] = [new Set(past.map(name)), new Set(past.map((row) => row.owner.toLowerCase()))];
      const fresh = (row: Typed) => !seen.has(name(row)) && owners.has(row.owner.toLowerCase());
      const start = new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10);
      return grouped(
        models,
        (row) => [day, registry.owner(row.owner), true, start],
        (all) => new Set(all.map((row) => row.owner.toLowerCase())).size,
        (all) => all.length,
        downloads,
        (all) => all.filter(isCurated).length,
        onList,
        (all) => (n === 0 ? null : all.filter(fresh).length),
      );
    }),
    countries: used.flatMap(({ day, models }) =>
      grouped(
        models,
        (row) => [day, registry.country(row.owner)],
        (all) => all.length,
        downloads,
        onList,
      ),
    ),
    "top-models": used.flatMap(({ day, models }) =>
      models
        .filter(({ repo }) => leading.has(repo))
        .map((row) => [day, row.repo, row.owner, isCurated(row), row.downloads]),
    ),
    "curated-models": grouped(
      [...list],
      (id) => [reads.at(-1)?.day ?? "", registry.owner(id.includes("/") ? (id.split("/")[0] ?? "") : "(none)")],
      (ids) => ids.length,
    ),
  };
}

function leaders(models: readonly Typed[], isCurated: (row: Typed) => boolean): string[] {
  const first = (rows: readonly Typed[]) =>
    rows.toSorted((a, b) => b.downloads - a.downloads || (a.repo < b.repo ? -1 : 1)).slice(0, 10);
  return [...first(models), ...first(models.filter(isCurated))].map(({ repo }) => repo);
}
