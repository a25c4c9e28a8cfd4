import { median } from "d3";
import type { Reference } from "#loaders/schema/reference.ts";
import {
  acceleratorsNeeded,
  type Cache,
  cacheBytes,
  computeCeiling,
  decodeBounds,
  forwardFlop,
  gigabyte,
  kwhPerMillion,
  usdPerMillion,
  weightBytes,
  weightsRead,
  withOverhead,
} from "./arithmetic.ts";

type Architecture = Reference["architectures"][number];
type Spec = Reference["specs"][number];

/** The accelerator on which models are worked out. */
export const accelerator = "H100 SXM";

/** What the arithmetic takes for granted; shares are fractions of one. */
export interface Setting {
  readonly spec: Spec;
  readonly usdPerHour: number;
  readonly batch: number;
  readonly context: number;
  readonly busy: number;
  readonly bandwidthUse: number;
  readonly prefillUse: number;
  readonly overhead: number;
  readonly usable: number;
  readonly pue: number;
}

/** Ids of assumptions in `compute-assumptions.csv` behind each part of a setting. */
export const assumed = {
  batch: "batch",
  context: "context",
  busy: "busy",
  bandwidthUse: "bandwidth-utilisation",
  prefillUse: "prefill-utilisation",
  overhead: "memory-overhead",
  usable: "usable-memory",
  pue: "pue",
} as const satisfies Partial<Record<keyof Setting, string>>;

/** The value of an assumption; throws naming it when the registry has none. */
export function assumption(reference: Reference, id: string): Reference["assumptions"][number] {
  const found = reference.assumptions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`compute-assumptions.csv has no assumption "${id}"`);
  return found;
}

/** Dated rents of an accelerator, read on `until` at the latest, cheapest first. */
export function rentsOf(reference: Reference, accelerator: string, until: string): number[] {
  return reference.rents
    .filter((row) => row.accelerator === accelerator && row.read_on !== null && row.read_on <= until)
    .map((row) => row.usd_per_hour)
    .sort((a, b) => a - b);
}

/** The setting behind the headline: an accelerator at its median rent, every assumption at its value. */
export function settingOf(reference: Reference, wanted: string, until: string): Setting {
  const spec = reference.specs.find(({ name }) => name === wanted);
  const usdPerHour = median(rentsOf(reference, wanted, until));
  if (spec === undefined || usdPerHour === undefined) throw new Error(`no specification and rent of "${wanted}"`);
  const parts = Object.entries(assumed).map(([part, id]) => [part, assumption(reference, id).value] as const);
  return { spec, usdPerHour, ...(Object.fromEntries(parts) as Record<keyof typeof assumed, number>) };
}

/** What it takes to serve one model, at the ceilings of the hardware. */
export interface Serving {
  readonly model: string;
  /** GB of weights in the precision in which they were published. */
  readonly weights: number;
  /** GB of cache for the whole batch. */
  readonly cache: number;
  readonly accelerators: number;
  /** Tokens a second that the batch can write; least where every expert is read. */
  readonly decode: { readonly least: number; readonly most: number };
  /** Tokens a second of prompt that can be read. */
  readonly prefill: number;
  /** USD per million tokens, three parts input and one part output; least and most. */
  readonly usd: { readonly least: number; readonly most: number };
  /** kWh per million output tokens, least and most. */
  readonly kwh: { readonly least: number; readonly most: number };
}

/** Works out what serving a model takes; a value of the cache takes two bytes, and no sequence is longer than the model takes. */
export function serve(model: Architecture, bits: number, setting: Setting): Serving {
  const { spec, batch } = setting;
  const context = Math.min(setting.context, model.context_tokens);
  const cache = cacheBytes({ cache: cacheOf(model), context, batch, bytesPerValue: 2 });
  const weights = weightBytes({ parameters: model.parameters, bits });
  const bytes = withOverhead(weights + cache, setting.overhead);
  const accelerators = acceleratorsNeeded({ bytes, memoryGb: spec.memory_gb, usable: setting.usable });
  const rate = {
    tflops: tflopsFor(bits, spec),
    utilisation: setting.prefillUse,
    flopPerToken: forwardFlop(model.active_parameters),
  };
  const bandwidthGbS = (spec.bandwidth_gb_s ?? Number.NaN) * setting.bandwidthUse;
  const read = weightsRead({ parameters: model.parameters, active: model.active_parameters, bits, batch });
  const decode = decodeBounds(read, { bandwidthGbS, accelerators, cache: cache / batch, batch }, rate);
  const prefill = computeCeiling({ ...rate, accelerators });
  const size = { weights: weights / gigabyte, cache: cache / gigabyte, accelerators };
  return { model: model.name, ...size, decode, prefill, ...costs({ accelerators, decode, prefill }, setting) };
}

function cacheOf({ layers, kv_heads, head_width, latent_width }: Architecture): Cache {
  if (latent_width !== null) return { layers, latentWidth: latent_width };
  return { layers, kvHeads: kv_heads ?? Number.NaN, headWidth: head_width ?? Number.NaN };
}

function tflopsFor(bits: number, spec: Spec): number {
  return (bits <= 8 ? spec.fp8_tflops : null) ?? spec.bf16_tflops ?? Number.NaN;
}

function costs(
  { accelerators, decode, prefill }: Pick<Serving, "accelerators" | "decode" | "prefill">,
  setting: Setting,
) {
  const { usdPerHour, busy, pue, spec } = setting;
  const usd = (tokensPerSecond: number): number => usdPerMillion({ accelerators, usdPerHour, tokensPerSecond, busy });
  const blended = (tokensPerSecond: number): number => (3 * usd(prefill) + usd(tokensPerSecond)) / 4;
  const watts = spec.power_watts ?? Number.NaN;
  const kwh = (tokensPerSecond: number): number => kwhPerMillion({ accelerators, watts, pue, tokensPerSecond });
  return {
    usd: { least: blended(decode.most), most: blended(decode.least) },
    kwh: { least: kwh(decode.most), most: kwh(decode.least) },
  };
}
