import type { ownerDownloads, topModels } from "#analyses/sovereignty/tables.ts";
import type { Chapter } from "#kit/evaluate.ts";
import { readReference } from "#loaders/reference.ts";
import type { Row } from "#loaders/schema/table.ts";

import { evaluated } from "./sovereignty-hub.ts";

const reference = await readReference("data/reference");

type OwnerRow = Row<typeof ownerDownloads>;
type ModelRow = Row<typeof topModels>;

/** Days of three snapshots. */
export const days = ["2026-03-20", "2026-04-20", "2026-05-20"] as const;

/** An owner's downloads on each day, of all models and of curated ones. */
export interface Owned {
  readonly owner: string;
  readonly all: readonly number[];
  readonly curated?: readonly number[];
}

/** Three snapshots in which China gains on the United States, and passes it among curated models on the last day. */
export const gaining: readonly Owned[] = [
  { owner: "google", all: [500, 450, 400], curated: [100, 95, 90] },
  { owner: "microsoft", all: [200, 180, 150] },
  { owner: "Qwen", all: [200, 270, 350], curated: [60, 80, 100] },
  { owner: "sentence-transformers", all: [100, 100, 100] },
];

/** Their most downloaded models, not one of them with more than its owner has. */
export const leading: readonly { repo: string; curated?: boolean; downloads: readonly (number | null)[] }[] = [
  { repo: "google/a", downloads: [300, 250, 210] },
  { repo: "google/g", curated: true, downloads: [60, 60, 50] },
  { repo: "Qwen/x", downloads: [100, 150, 250] },
  { repo: "Qwen/q", curated: true, downloads: [60, 80, 100] },
];

/** Rows of owner-downloads: a model for every ten downloads. */
export function ownerRows(owned: readonly Owned[], count: number = days.length): OwnerRow[] {
  return days.slice(0, count).flatMap((observed_on, i) =>
    owned
      .filter(({ all }) => (all[i] ?? 0) > 0)
      .map(({ owner, all, curated = [] }) => ({
        ...{ observed_on, window_start: before(observed_on), owner, in_panel: true, namespaces: 1 },
        ...{ models: (all[i] ?? 0) / 10, downloads_30d: all[i] ?? 0 },
        ...{ curated_models: Math.ceil((curated[i] ?? 0) / 10), curated_downloads_30d: curated[i] ?? 0 },
        first_seen: i === 0 ? null : 1,
      })),
  );
}

/** Rows of top-models; null where a snapshot does not list the model. */
export function modelRows(models = leading, count: number = days.length): ModelRow[] {
  return days.slice(0, count).flatMap((observed_on, i) =>
    models.flatMap(({ repo, curated = false, downloads }) => {
      const downloads_30d = downloads[i];
      const [owner = ""] = repo.split("/");
      return typeof downloads_30d === "number" ? [{ observed_on, repo, owner, curated, downloads_30d }] : [];
    }),
  );
}

/** The curated list, read after the last snapshot. */
export const curatedRows = [
  { observed_on: "2026-06-01", owner: "Qwen", models: 12 },
  { observed_on: "2026-06-01", owner: "google", models: 9 },
];

function before(day: string): string {
  return new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10);
}

/** The chapter on the first snapshots of a series of the Hub, with the registries of the report. */
export function chapterOn(owned = gaining, models = leading, count: number = days.length): Chapter {
  const [owners, top] = [ownerRows(owned, count), modelRows(models, count)];
  return evaluated({ "owner-downloads": owners, "top-models": top, "curated-models": curatedRows }, reference);
}
