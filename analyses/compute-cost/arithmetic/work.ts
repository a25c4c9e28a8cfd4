import { gigabyte, weightBytes } from "./memory.ts";
import { must, notNegative, positive, share, whole } from "./must.ts";

/** A least and a greatest value. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * What attention adds: layers, width = query heads x head width, and tokens that are looked back at. Latent attention
 * has another width, which `model-architectures.csv` does not give: leave attention out there.
 */
export interface Attention {
  readonly layers: number;
  readonly width: number;
  readonly context: number;
}

/** FLOP to read or write one token = 2 x active parameters, and 4 x layers x width x context for attention if given. */
export function forwardFlop(active: number, attention?: Attention): number {
  must({ active: [active, positive] });
  return 2 * active + (attention === undefined ? 0 : attentionFlop(attention));
}

function attentionFlop({ layers, width, context }: Attention): number {
  must({ layers: [layers, whole], width: [width, whole], context: [context, notNegative] });
  return 4 * layers * width * context;
}

/** FLOP of a training run = 6 x parameters x tokens; of a mixture of experts, the active parameters. */
export function trainingFlop(of: { readonly parameters: number; readonly tokens: number }): number {
  must({ parameters: [of.parameters, positive], tokens: [of.tokens, positive] });
  return 6 * of.parameters * of.tokens;
}

/**
 * Bytes of weights that one step reads for its whole batch. A dense model reads all of them. A mixture of experts
 * reads the active ones for one sequence; for a batch, no fewer than these, and no more than all or than active x batch.
 */
export function weightsRead(of: {
  readonly parameters: number;
  readonly active: number;
  readonly bits: number;
  readonly batch: number;
}): Bounds {
  const { parameters, active, bits, batch } = of;
  must({ active: [active, positive], batch: [batch, whole], "parameters / active": [parameters / active, ratioOfAll] });
  const touched = Math.min(parameters, active * batch);
  return { least: weightBytes({ parameters: active, bits }), most: weightBytes({ parameters: touched, bits }) };
}

/**
 * Bytes of weights that one step is expected to read, if a router spreads tokens evenly over its experts: all that no
 * router chooses, and of the experts the part 1 - (1 - used / experts)^batch. A dense model reads all its weights.
 */
export function weightsExpected(of: {
  readonly parameters: number;
  readonly active: number;
  readonly bits: number;
  readonly batch: number;
  /** Experts of a layer, and how many of them one token uses; null in a dense model. */
  readonly experts: { readonly all: number; readonly used: number } | null;
}): number {
  const { parameters, active, bits, batch, experts } = of;
  if (experts === null) return weightBytes({ parameters, bits });
  must({ experts: [experts.all, whole], used: [experts.used, whole], batch: [batch, whole] });
  must({
    "used / experts": [experts.used / experts.all, share],
    "parameters / active": [parameters / active, ratioOfAll],
  });
  const used = experts.used / experts.all;
  if (used === 1) return weightBytes({ parameters, bits });
  const routed = (parameters - active) / (1 - used);
  return weightBytes({ parameters: parameters - routed * (1 - used) ** batch, bits });
}

const ratioOfAll = [(value: number) => value >= 1, "1 or more, as no model uses more than it has"] as const;

/**
 * Tokens a second, over all sequences, that bandwidth allows = batch x bandwidth / (bytes of weights read in a step
 * + batch x bytes of one sequence's cache). With a batch of 1 it is the speed of a single answer.
 */
export function bandwidthCeiling(of: {
  /** Bandwidth of one accelerator, GB/s, times the share of it that is reached. */
  readonly bandwidthGbS: number;
  readonly accelerators: number;
  /** Bytes of weights that a step reads. */
  readonly weights: number;
  /** Bytes of one sequence's cache; 0 leaves the cache out. */
  readonly cache: number;
  readonly batch: number;
}): number {
  must({ bandwidthGbS: [of.bandwidthGbS, positive], accelerators: [of.accelerators, whole] });
  must({ weights: [of.weights, positive], cache: [of.cache, notNegative], batch: [of.batch, whole] });
  return (of.batch * of.bandwidthGbS * gigabyte * of.accelerators) / (of.weights + of.batch * of.cache);
}

/** Tokens a second that arithmetic allows = peak rate x share of it that is reached / FLOP of a token. */
export function computeCeiling(of: {
  /** Peak rate of one accelerator, TFLOP/s, in the precision that is computed in. */
  readonly tflops: number;
  readonly accelerators: number;
  readonly utilisation: number;
  readonly flopPerToken: number;
}): number {
  must({ tflops: [of.tflops, positive], accelerators: [of.accelerators, whole] });
  must({ utilisation: [of.utilisation, share], flopPerToken: [of.flopPerToken, positive] });
  return (of.tflops * 1e12 * of.accelerators * of.utilisation) / of.flopPerToken;
}

/** Tokens a second that a batch can write, the lower of the two ceilings, when a step reads so many bytes of weights. */
export function decodeRate(
  weights: number,
  bandwidth: Omit<Parameters<typeof bandwidthCeiling>[0], "weights">,
  compute: Omit<Parameters<typeof computeCeiling>[0], "accelerators">,
): number {
  const ceiling = computeCeiling({ ...compute, accelerators: bandwidth.accelerators });
  return Math.min(ceiling, bandwidthCeiling({ ...bandwidth, weights }));
}
