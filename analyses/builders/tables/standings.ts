import { newestOf } from "#kit/standings.ts";

export { followed, hubModels as hub, newestOf as newest } from "#kit/standings.ts";

/** Two lists of models; a model of both counts once, as the newer list has it. */
export const lists = {
  sources: ["radar", "hub-stats-sample"],
  population: "models of registered families that HF//RADAR follows or that public evaluations name",
  complete: false,
} as const;

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
      SELECT * FROM models WHERE ${newestOf("models")}
      QUALIFY row_number() OVER (PARTITION BY repo_key ORDER BY observed_on DESC, source) = 1
    ) m JOIN named n ON lower(m.owner) = n.owner_key AND regexp_matches(lower(m.name), n.pattern)
  )`;
