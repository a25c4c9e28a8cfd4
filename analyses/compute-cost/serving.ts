import {
  acceleratorsNeeded,
  type Cache,
  cacheBytes,
  computeCeiling,
  decodeRate,
  forwardFlop,
  gigabyte,
  kwhPerMillion,
  usdPerMillion,
  weightBytes,
  weightsExpected,
  weightsRead,
  withOverhead,
} from "./arithmetic.ts";
import type { Architecture, Setting, Spec } from "./setting.ts";

/** A value with even routing of tokens over experts, and its ends where routing is as lucky or unlucky as can be. */
export interface Routed {
  readonly least: number;
  readonly even: number;
  readonly most: number;
}

/** What it takes to serve one model, at the bounds of the hardware. */
export interface Serving {
  readonly model: string;
  /** GB of weights in the precision that is served. */
  readonly weights: number;
  /** GB of cache for the whole batch. */
  readonly cache: number;
  readonly accelerators: number;
  /** Tokens a second that the batch can write; least where every expert is read. */
  readonly decode: Routed;
  /** Tokens a second of prompt that can be read. */
  readonly prefill: number;
  /** USD per million tokens, three parts input and one part output. */
  readonly usd: Routed;
  /** kWh per million output tokens, accelerators alone. */
  readonly kwh: Routed;
}

/** Works out what serving a model takes; a value of the cache takes two bytes, and no sequence is longer than the model takes. */
export function serve(model: Architecture, bits: number, setting: Setting): Serving {
  const { spec, batch } = setting;
  const context = Math.min(setting.context, model.context_tokens);
  const cache = cacheBytes({ cache: cacheOf(model), context, batch, bytesPerValue: 2 });
  const weights = weightBytes({ parameters: model.parameters, bits });
  const bytes = withOverhead(weights + cache, setting.overhead);
  const accelerators = acceleratorsNeeded({ bytes, memoryGb: spec.memory_gb, usable: setting.usable });
  const flopPerToken = forwardFlop(model.active_parameters);
  const rate = { tflops: tflopsFor(bits, spec), utilisation: setting.prefillUse, flopPerToken };
  const bandwidthGbS = (spec.bandwidth_gb_s ?? Number.NaN) * setting.bandwidthUse;
  const speed = (read: number): number =>
    decodeRate(read, { bandwidthGbS, accelerators, cache: cache / batch, batch }, rate);
  const read = readOf(model, bits, batch);
  const decode = { least: speed(read.most), even: speed(read.even), most: speed(read.least) };
  const prefill = computeCeiling({ ...rate, accelerators });
  const size = { weights: weights / gigabyte, cache: cache / gigabyte, accelerators };
  return { model: model.name, ...size, decode, prefill, ...costs(accelerators, decode, prefill, setting) };
}

function readOf(model: Architecture, bits: number, batch: number): Routed {
  const { parameters, active_parameters: active, experts: all, experts_per_token: used } = model;
  const experts = all === null || used === null ? null : { all, used };
  const read = { parameters, active, bits, batch };
  return { ...weightsRead(read), even: weightsExpected({ ...read, experts }) };
}

function cacheOf({ layers, kv_heads, head_width, latent_width }: Architecture): Cache {
  if (latent_width !== null) return { layers, latentWidth: latent_width };
  return { layers, kvHeads: kv_heads ?? Number.NaN, headWidth: head_width ?? Number.NaN };
}

/** Weights of eight bits are computed with at the rate of fp8; all others, those of four bits too, at that of bf16. */
function tflopsFor(bits: number, spec: Spec): number {
  return (bits === 8 ? spec.fp8_tflops : null) ?? spec.bf16_tflops ?? Number.NaN;
}

function costs(accelerators: number, decode: Routed, prefill: number, setting: Setting) {
  const { usdPerHour, busy, pue, spec } = setting;
  const usd = (tokensPerSecond: number): number => usdPerMillion({ accelerators, usdPerHour, tokensPerSecond, busy });
  const blended = (tokensPerSecond: number): number => (3 * usd(prefill) + usd(tokensPerSecond)) / 4;
  const watts = spec.power_watts ?? Number.NaN;
  const kwh = (tokensPerSecond: number): number => kwhPerMillion({ accelerators, watts, pue, tokensPerSecond });
  const over = (of: (tokensPerSecond: number) => number): Routed => ({
    least: of(decode.most),
    even: of(decode.even),
    most: of(decode.least),
  });
  return { usd: over(blended), kwh: over(kwh) };
}
