/** Two lists of models; a model of both counts once, as the newer list has it. */
export const lists = {
  sources: ["radar", "hub-stats-sample"],
  population: "models of registered families that HF//RADAR follows or that public evaluations name",
  complete: false,
} as const;

/** Models that are built on those of families. */
export const followed = {
  sources: ["radar"],
  population: "models that HF//RADAR follows, mostly created in August 2026",
  complete: false,
} as const;

/** The newest snapshot of the complete Hub. */
export const hub = {
  sources: ["hub"],
  population: "public models of the Hugging Face Hub",
  complete: true,
} as const;

/** SQL that keeps the newest day of each source. */
export function newest(table: string): string {
  return `(source, observed_on) IN (SELECT (source, max(observed_on)) FROM ${table} GROUP BY source)`;
}

/** SQL of the common table `named`: each namespace of a family, in lower case, with the pattern of its models' names. */
export const named = `
  named AS (SELECT family, pattern, lower(unnest(string_split(owners, '+'))) AS owner_key FROM "model-families")`;

/**
 * SQL of the common table `own`: each model of a family once, as the newest list has it; needs `named`. A name that
 * two families claim is an error of the registry, which its key shows.
 */
export const own = `
  own AS (
    SELECT n.family, m.* FROM (
      SELECT * FROM models WHERE ${newest("models")}
      QUALIFY row_number() OVER (PARTITION BY repo_key ORDER BY observed_on DESC, source) = 1
    ) m JOIN named n ON lower(m.owner) = n.owner_key AND regexp_matches(lower(m.name), n.pattern)
  )`;
