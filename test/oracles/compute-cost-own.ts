import { readFileSync } from "node:fs";
import { join } from "node:path";
import { middle } from "./compute-cost-ratios.ts";
import { csv } from "./sovereignty-shares.ts";

type Cells = Readonly<Record<string, string>>;
type Numbers = Readonly<Record<string, number>>;

/** Records of a registry, by the name of the column. */
export function registry(dir: string, name: string): Cells[] {
  const [header = [], ...rows] = csv(readFileSync(join(dir, `${name}.csv`), "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}

/** The record of a name. */
export function record(dir: string, file: string, name: string): Cells {
  return registry(dir, file).find((one) => one.name === name) ?? {};
}

/** The values of the assumptions, or one of their ends. */
export function assumptions(dir: string, end: "value" | "low" | "high" = "value"): Record<string, number> {
  return Object.fromEntries(registry(dir, "compute-assumptions").map((row) => [row.id, Number(row[end])]));
}

/** Rents of an accelerator read on a day or before: the middle price of each seller, cheapest first. */
export function rents(dir: string, chip: string, until: string): number[] {
  const sellers: Record<string, number[]> = {};
  for (const { accelerator, seller = "", usd_per_hour, read_on = "" } of registry(dir, "accelerator-rents")) {
    if (accelerator !== chip || read_on === "" || read_on > until) continue;
    sellers[seller] = [...(sellers[seller] ?? []), Number(usd_per_hour)];
  }
  return Object.values(sellers)
    .map(middle)
    .sort((a, b) => a - b);
}

/** USD for an hour of an accelerator that was bought, with its part of the servers and its power. */
export function boughtHour(dir: string, chip: string, usd: number, assume: Numbers): number {
  const { host = 0, amortisation = 0, hours = 0, pue = 0, electricity = 0 } = assume;
  const bill = usd + usd * host;
  const kilowatts = (Number(record(dir, "accelerator-specs", chip).power_watts) / 1000) * pue;
  return bill / (amortisation * 12 * hours) + kilowatts * electricity;
}

/** Where and how models are served. */
export interface Site {
  readonly chip: string;
  /** USD for one accelerator and hour. */
  readonly rent: number;
  /** Most bits of a weight. */
  readonly bits: number;
  readonly assume: Numbers;
}

/** What serving a model takes; of three values the first is for the luckiest routing, the second for even, the last for the worst. */
export interface Own {
  readonly weights: number;
  readonly cache: number;
  readonly chips: number;
  readonly input: number;
  readonly output: readonly number[];
  readonly usd: readonly number[];
  readonly kwh: readonly number[];
}

/** Works out the serving of one model: bytes, then chips, then tokens a second, then USD and kWh per million tokens. */
export function own(dir: string, name: string, { chip, rent, bits: most, assume }: Site): Own {
  const model = record(dir, "model-architectures", name);
  const spec = record(dir, "accelerator-specs", chip);
  const native = registry(dir, "precisions").find(({ id }) => id === model.native_precision)?.bits_per_weight;
  const bits = Math.min(most, Number(native));
  const { batch = 0, busy = 0, pue = 0, "bandwidth-utilisation": moved = 0, "prefill-utilisation": used = 0 } = assume;
  const weights = (Number(model.parameters) * bits) / 8;
  const cache = cacheOf(model, assume);
  const full = (weights + cache) * (1 + (assume["memory-overhead"] ?? 0));
  const chips = Math.ceil(full / (Number(spec.memory_gb) * 1e9 * (assume["usable-memory"] ?? 0)));
  const flops = Number(bits === 8 && spec.fp8_tflops ? spec.fp8_tflops : spec.bf16_tflops) * 1e12;
  const input = (chips * flops * used) / (2 * Number(model.active_parameters));
  const bytes = Number(spec.bandwidth_gb_s) * 1e9 * moved * chips;
  const output = touched(model, batch).map((read) => Math.min(input, (batch * bytes) / ((read * bits) / 8 + cache)));
  const cost = (perSecond: number): number => (chips * rent * 1e6) / (perSecond * busy * 3600);
  const usd = output.map((perSecond) => (3 * cost(input) + cost(perSecond)) / 4);
  const kwh = output.map((perSecond) => (chips * Number(spec.power_watts) * pue * 1e6) / perSecond / 3.6e6);
  return { weights: weights / 1e9, cache: cache / 1e9, chips, input, output, usd, kwh };
}

/** Bytes of cache of a batch, two a value. */
function cacheOf(model: Cells, { context = 0, batch = 0 }: Numbers): number {
  const values = model.latent_width
    ? Number(model.latent_width)
    : 2 * Number(model.kv_heads) * Number(model.head_width);
  return 2 * Number(model.layers) * values * batch * Math.min(context, Number(model.context_tokens));
}

/** Parameters that a batch meets: of one token alone, expected if every expert is as likely as another, and at most. */
function touched(model: Cells, batch: number): [number, number, number] {
  const [all, active] = [Number(model.parameters), Number(model.active_parameters)];
  if (!model.experts) return [active, all, all];
  const [experts, used] = [Number(model.experts), Number(model.experts_per_token)];
  const oneExpert = (all - active) / (experts - used);
  let unmet = experts;
  for (let token = 0; token < batch; token += 1) unmet -= (unmet * used) / experts;
  return [active, all - oneExpert * unmet, Math.min(all, active * batch)];
}
