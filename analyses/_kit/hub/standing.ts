import type { EvidenceSchema, Standing } from "#loaders/schema/evidence.ts";

/** Files of the Hub that evidence tables can stand on: which sources, whom they cover, and whether that is the whole Hub. */
export type HubStanding = Omit<Standing, "sql">;

/** The complete Hub. */
export const wholeHub: HubStanding = {
  sources: ["hub"],
  population: "public repositories of the Hugging Face Hub",
  complete: true,
};

/** Makes an evidence table over files of the Hub; the query is the same whatever they cover. */
export type OverHub<S extends EvidenceSchema = EvidenceSchema> = (standing: HubStanding) => S;

/** SQL for the registry's spelling of a namespace; all without a row in it are pooled. Needs the join of `withOwner`. */
export const registered = "coalesce(o.owner, '(unregistered)')";

/** SQL that joins the registry of owners as `o` to rows `r`. */
export function withOwner(owner = "r.owner"): string {
  return `LEFT JOIN owners o ON lower(o.owner) = lower(${owner})`;
}

/** SQL for models and datasets under one another, each with its `kind`, with the columns that are asked for. */
export function repositories(...columns: readonly string[]): string {
  const of = (kind: string, table: string) => `SELECT '${kind}' AS kind, ${columns.join(", ")} FROM ${table}`;
  return `${of("model", "models")} UNION ALL ${of("dataset", "datasets")}`;
}
