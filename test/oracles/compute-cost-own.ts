import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csv } from "./sovereignty-shares.ts";

type Cells = Readonly<Record<string, string>>;

/** Records of a registry, by the name of the column. */
export function registry(dir: string, name: string): Cells[] {
  const [header = [], ...rows] = csv(readFileSync(join(dir, `${name}.csv`), "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}

/** The values of the assumptions, or one of their ends. */
export function assumptions(dir: string, end: "value" | "low" | "high" = "value"): Record<string, number> {
  return Object.fromEntries(registry(dir, "compute-assumptions").map((row) => [row.id, Number(row[end])]));
}

/** Rents of an H100 read on a day or before, cheapest first. */
export function rents(dir: string, until: string): number[] {
  const rows = registry(dir, "accelerator-rents").filter(
    ({ accelerator, read_on = "" }) => accelerator === "H100 SXM" && read_on !== "" && read_on <= until,
  );
  return rows.map(({ usd_per_hour }) => Number(usd_per_hour)).sort((a, b) => a - b);
}

/** USD per million tokens of a model on rented hardware, three parts read and one part written: at its best and worst. */
export function ownCost(
  dir: string,
  name: string,
  rent: number,
  assume: Readonly<Record<string, number>>,
): [number, number] {
  const row = registry(dir, "model-architectures").find((one) => one.name === name) ?? {};
  const spec = registry(dir, "accelerator-specs").find((one) => one.name === "H100 SXM") ?? {};
  const bits = Number(registry(dir, "precisions").find(({ id }) => id === row.native_precision)?.bits_per_weight);
  const { batch = 0, context: wanted = 0, busy = 0, "memory-overhead": over = 0, "usable-memory": usable = 0 } = assume;
  const context = Math.min(wanted, Number(row.context_tokens));
  const values = row.latent_width ? Number(row.latent_width) : 2 * Number(row.kv_heads) * Number(row.head_width);
  const cache = Number(row.layers) * values * 2 * context * batch;
  const [all, active] = [Number(row.parameters), Number(row.active_parameters)];
  const chips = Math.ceil((((all * bits) / 8 + cache) * (1 + over)) / (Number(spec.memory_gb) * 1e9 * usable));
  const rate = Number(bits <= 8 ? spec.fp8_tflops : spec.bf16_tflops) * 1e12 * chips;
  const reading = (rate * (assume["prefill-utilisation"] ?? 0)) / (2 * active);
  const speed = Number(spec.bandwidth_gb_s) * 1e9 * chips * (assume["bandwidth-utilisation"] ?? 0);
  const cost = (perSecond: number): number => (chips * rent * 1e6) / (perSecond * busy * 3600);
  const blended = (weights: number): number => {
    const writing = Math.min((batch * speed) / ((weights * bits) / 8 + cache), reading);
    return (3 * cost(reading) + cost(writing)) / 4;
  };
  return [blended(active), blended(Math.min(all, active * batch))];
}
