/** Words in a name that say that weights are stored in fewer bits than they were trained in. */
const markers = [
  ...["gptq", "awq", "autoround", "int4", "int8", "4bit", "8bit", "4-bit", "8-bit", "bnb", "nf4", "w4a16", "w8a8"],
  ...["exl2", "exl3", "mlx", "fp4", "nvfp4", "mxfp4", "hqq", "aqlm", "quip"],
];

/** A stored total below this part of the model's known size is taken as packed: several weights in one stored number. */
export const packedBelow = 0.75;

/** Sizes in names that are taken for sizes. */
const [least, most] = [1e5, 1e13];

/** SQL for whether a row is quantised, by its relation or its name. */
export function quantised(relation: string, name: string): string {
  return `(${relation} IS NOT DISTINCT FROM 'quantized' OR regexp_matches(lower(${name}), '(^|[^a-z0-9])(${markers.join("|")})([^a-z0-9]|$)'))`;
}

/** SQL for a whole number above 0 at `total` of JSON in text; null for anything else. */
export function totalOf(json: string): string {
  const value = `TRY_CAST(json_extract(${json}, '$.total') AS DOUBLE)`;
  const whole = `json_type(${json}, '$.total') IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND ${value} > 0 AND ${value} = floor(${value})`;
  return `CASE WHEN json_valid(${json}) THEN CASE WHEN ${whole} THEN ${value} END END`;
}

/** SQL for the parts of the first size that a name states (7B, 8x7B, 30B-A3B, 350M, 1T): times, number and unit. */
export function sizeParts(name: string): string {
  const pattern = "(?:^|[^a-z0-9.])(?:(\\d+)x)?(\\d+(?:\\.\\d+)?)([mbt])(?:[^a-z0-9]|$)";
  return `regexp_extract(lower(${name}), '${pattern}', ['times', 'number', 'unit'])`;
}

/** SQL for the parameters that such parts stand for; null where there are none, or where they cannot be a size. */
export function sizeOf(parts: string): string {
  const unit = `CASE ${parts}.unit WHEN 'm' THEN 1e6 WHEN 'b' THEN 1e9 WHEN 't' THEN 1e12 END`;
  const stated = `round(coalesce(TRY_CAST(${parts}.times AS DOUBLE), 1) * TRY_CAST(${parts}.number AS DOUBLE) * ${unit})`;
  return `CASE WHEN ${parts}.unit <> '' AND ${stated} BETWEEN ${least} AND ${most} THEN ${stated} END`;
}

/**
 * Adds `parameters` and `parameters_from` to rows with `gguf`, `safetensors`, `name` and `relation`, by what each row
 * itself says: gguf.total, safetensors.total unless the name proves it packed, the name.
 *
 * Both totals count parameters, not bytes.
 */
export function withOwnSize(rows: string): string {
  const stored = "CASE WHEN safetensors.total > 0 THEN safetensors.total::DOUBLE END";
  const totals = `SELECT *, ${totalOf("gguf")} AS unpacked, ${stored} AS stored FROM (${rows})`;
  const asked = `unpacked IS NULL AND (stored IS NULL OR ${quantised("relation", "name")})`;
  const parts = `SELECT *, CASE WHEN ${asked} THEN ${sizeParts("name")} END AS parts FROM (${totals})`;
  const named = `SELECT *, ${sizeOf("parts")} AS named FROM (${parts})`;
  const packed = `stored < ${packedBelow} * named`;
  return `
    SELECT * EXCLUDE (unpacked, stored, parts, named),
      coalesce(unpacked, CASE WHEN ${packed} THEN named ELSE coalesce(stored, named) END) AS parameters,
      CASE
        WHEN unpacked IS NOT NULL THEN 'gguf'
        WHEN ${packed} THEN 'name-over-packed'
        WHEN stored IS NOT NULL THEN 'safetensors'
        WHEN named IS NOT NULL THEN 'name'
      END AS parameters_from
    FROM (${named})`;
}
