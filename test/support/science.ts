import { runEvidence } from "#loaders/engine/evidence.ts";
import { createTable } from "#loaders/engine/rows.ts";
import { readReference } from "#loaders/reference.ts";
import { datasets } from "#loaders/schema/datasets.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { models } from "#loaders/schema/models.ts";
import { owners } from "#loaders/schema/owners.ts";
import { papers } from "#loaders/schema/papers.ts";
import { terms } from "#loaders/schema/science.ts";
import type { Row } from "#loaders/schema/table.ts";
import { tags } from "#loaders/schema/tags.ts";
import { withEngine } from "#test/fixtures/query.ts";

/** The registries of the report. */
export const reference = await readReference("data/reference");

/** A repository that a test makes up. */
export interface Given {
  readonly repo: string;
  readonly tags?: readonly string[];
  readonly kind?: "model" | "dataset";
  readonly source?: string;
  readonly day?: string;
  readonly downloads?: number | null;
  readonly likes?: number | null;
  readonly licence?: string | null;
}

const defaults: Required<Omit<Given, "repo">> = {
  ...{ kind: "model", source: "radar", day: "2026-08-22", tags: [], downloads: 0, likes: 0, licence: null },
};

/** Rows of an evidence table over made-up repositories and the registry of terms. */
export function evidenceOver<S extends EvidenceSchema>(
  schema: S,
  given: readonly Given[],
  daily: readonly Row<typeof papers>[] = [],
): Promise<Row<S>[]> {
  const all: readonly Whole[] = given.map((one) => ({ ...defaults, ...one }));
  const of = (kind: string) => all.filter((one) => one.kind === kind).map(rowOf);
  return withEngine(async (engine) => {
    await createTable(engine, models, of("model") as Row<typeof models>[]);
    await createTable(engine, datasets, of("dataset") as Row<typeof datasets>[]);
    await createTable(engine, tags, all.flatMap(tagRows));
    await createTable(engine, papers, daily);
    await createTable(engine, owners, reference.owners);
    await createTable(engine, terms, reference.terms);
    return runEvidence(engine, schema);
  });
}

type Whole = Required<Given>;

function rowOf({ repo, source, kind, day, downloads, likes, licence }: Whole): Readonly<Record<string, unknown>> {
  const [owner = "", name = ""] = repo.split("/");
  const named = { source, platform: "huggingface", repo, repo_key: repo.toLowerCase(), owner, name, observed_on: day };
  const unknown = Object.fromEntries(
    Object.keys((kind === "model" ? models : datasets).columns).map((column) => [column, null]),
  );
  return { ...unknown, ...named, downloads_30d: downloads, likes, licence };
}

function tagRows({ repo, source, kind, day, tags: own, downloads }: Whole): Row<typeof tags>[] {
  const [owner = ""] = repo.split("/");
  const same = { source, platform: "huggingface", kind, repo_key: repo.toLowerCase(), owner, observed_on: day };
  return own.map((tag) => ({ ...same, tag, downloads_30d: downloads }));
}
