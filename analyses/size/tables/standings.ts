import { wholeHub } from "#kit/hub/standing.ts";
import { evaluated, followed, type Population } from "#kit/standings.ts";

export { evaluated, followed };

/** The list of language models whose curators state active parameters. */
export const curators = "tracked-models";

/** The complete Hub. */
export const hub: Population = wholeHub;

/** Adds the curated list, for active parameters that names do not state. */
export function withCurators(place: Population): Population {
  return { ...place, sources: [...place.sources, curators] };
}

/** Parameters at which a class of sizes ends. */
export const bandEnds = [1e9, 10e9, 70e9] as const;

/** Parameters between which a size is believed: below are stray tensors, above are jokes. */
export const believed = { least: 1e5, most: 1e13 } as const;

/** SQL for the class of a size. */
export const band = `CASE
  WHEN parameters IS NULL THEN 'unknown' WHEN parameters < ${bandEnds[0]} THEN 'under 1B'
  WHEN parameters < ${bandEnds[1]} THEN '1B to 10B' WHEN parameters <= ${bandEnds[2]} THEN '10B to 70B'
  ELSE 'above 70B' END`;

/** SQL for a number to three significant digits. */
export function rounded(number: string): string {
  const step = `10.0 ** greatest(floor(log10(${number})) - 2, 0)`;
  return `CASE WHEN ${number} > 0 THEN round(${number} / (${step})) * (${step}) END`;
}

/** SQL for the active parameters that a name states: A3B, A22B. */
export function activeInName(name: string): string {
  const parts = `regexp_extract(lower(${name}), '(?:^|[^a-z0-9.])a(\\d+(?:\\.\\d+)?)([mb])(?:[^a-z0-9]|$)', ['number', 'unit'])`;
  return `round(TRY_CAST((${parts}).number AS DOUBLE) * CASE (${parts}).unit WHEN 'm' THEN 1e6 WHEN 'b' THEN 1e9 END)`;
}

/** SQL for whether a name says that a model is a mixture of experts: 8x7B, 30B-A3B, MoE; 8x350M as well where units say so. */
export function mixtureInName(name: string, unit: "b" | "[mb]"): string {
  return `regexp_matches(lower(${name}), '(^|[^a-z0-9])(\\d+x\\d+(\\.\\d+)?${unit}|a\\d+(\\.\\d+)?${unit}|moe)([^a-z0-9]|$)')`;
}
