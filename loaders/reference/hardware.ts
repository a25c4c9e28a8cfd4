import type { architectures, assumptions, precisions, rents, specs } from "../schema/hardware.ts";
import type { Row } from "../schema/table.ts";
import { check, earned, listed, positive } from "./checks.ts";
import type { Lines } from "./csv.ts";

/** Specifications of accelerators: numbers above 0, or empty. */
export function checkSpecs(lines: Lines<typeof specs>, problems: string[]): void {
  check(lines, problems, (row) => [
    ...positive({ memory_gb: row.memory_gb, bandwidth_gb_s: row.bandwidth_gb_s, power_watts: row.power_watts }),
    ...positive({ bf16_tflops: row.bf16_tflops, fp8_tflops: row.fp8_tflops }),
    ...earned(row),
  ]);
}

/** Rents: prices above 0 of accelerators that are specified. */
export function checkRents(lines: Lines<typeof rents>, registry: Lines<typeof specs>, problems: string[]): void {
  const known = new Set(registry.rows.map(({ name }) => name));
  check(lines, problems, (row) => [
    listed("accelerator", row.accelerator, known, registry.file),
    ...positive({ usd_per_hour: row.usd_per_hour, accelerators_least: row.accelerators_least }),
    ...earned(row),
  ]);
}

/** Architectures: one way of keeping keys and values, no more active than all parameters, a listed precision. */
export function checkArchitectures(
  lines: Lines<typeof architectures>,
  registry: Lines<typeof precisions>,
  problems: string[],
): void {
  const known = new Set(registry.rows.map(({ id }) => id));
  check(lines, problems, (row) => [
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.name ?? "") && `name "${row.name}" is not in lower case with single -`,
    ...positive({ parameters: row.parameters, active_parameters: row.active_parameters, layers: row.layers }),
    ...positive({ query_heads: row.query_heads, kv_heads: row.kv_heads, head_width: row.head_width }),
    ...positive({ latent_width: row.latent_width, hidden_width: row.hidden_width, context: row.context_tokens }),
    row.active_parameters > row.parameters &&
      `active_parameters ${row.active_parameters} is above parameters ${row.parameters}`,
    kept(row),
    routed(row),
    listed("native_precision", row.native_precision, known, registry.file),
    ...earned(row),
  ]);
}

/** A sparse model names its experts and how many of them a token uses; a dense one names neither. */
function routed(row: Row<typeof architectures>): string | false {
  const { experts, experts_per_token: used, active_parameters: active, parameters } = row;
  if (experts === null || used === null)
    return (
      (experts !== used || active < parameters) &&
      "experts and experts_per_token must both be given where fewer parameters are active than there are, and only there"
    );
  if (active >= parameters || used < 1 || used > experts)
    return `experts ${experts} with ${used} per token do not fit ${active} of ${parameters} active parameters`;
  const least = (parameters * used) / experts;
  return active < least && `active_parameters ${active} is below ${least}, what ${used} of ${experts} experts hold`;
}

function kept(row: Row<typeof architectures>): string | false {
  const heads = row.kv_heads !== null && row.head_width !== null;
  const none = row.kv_heads === null && row.head_width === null;
  const sound = row.latent_width === null ? heads : none;
  return !sound && "give kv_heads and head_width, or latent_width alone";
}

/** Precisions: some bits. */
export function checkPrecisions(lines: Lines<typeof precisions>, problems: string[]): void {
  check(lines, problems, (row) => [...positive({ bits_per_weight: row.bits_per_weight }), ...earned(row)]);
}

/** Assumptions: values above 0 within their range. */
export function checkAssumptions(lines: Lines<typeof assumptions>, problems: string[]): void {
  check(lines, problems, (row) => [
    ...positive({ value: row.value, low: row.low, high: row.high }),
    !(row.low <= row.value && row.value <= row.high) &&
      `value ${row.value} is not between low ${row.low} and high ${row.high}`,
    ...earned(row),
  ]);
}
