import { must, notNegative, positive, share, whole } from "./must.ts";

/** Bytes of a gigabyte. Gigabytes are decimal here, as makers of memory count them; a gibibyte has 2^30 bytes. */
export const gigabyte = 1e9;

/** How a model keeps what it has read: keys and values of some heads, or one latent vector (MLA, as in DeepSeek-V3). */
export type Cache =
  | { readonly layers: number; readonly kvHeads: number; readonly headWidth: number }
  | { readonly layers: number; readonly latentWidth: number };

/** Bytes of the weights = parameters x bits / 8. Bits are those of one weight, its share of scales included. */
export function weightBytes(of: { readonly parameters: number; readonly bits: number }): number {
  must({ parameters: [of.parameters, positive], bits: [of.bits, positive] });
  return (of.parameters * of.bits) / 8;
}

/**
 * Bytes that one token adds to the cache = 2 x layers x heads of keys and values x head width x bytes of a value,
 * or layers x latent width x bytes of a value. Windowed layers keep less: then it is an upper bound.
 */
export function cacheBytesPerToken(cache: Cache, bytesPerValue: number): number {
  must({ layers: [cache.layers, whole], bytesPerValue: [bytesPerValue, positive] });
  return cache.layers * valuesPerLayer(cache) * bytesPerValue;
}

function valuesPerLayer(cache: Cache): number {
  if ("latentWidth" in cache) {
    must({ latentWidth: [cache.latentWidth, whole] });
    return cache.latentWidth;
  }
  must({ kvHeads: [cache.kvHeads, whole], headWidth: [cache.headWidth, whole] });
  return 2 * cache.kvHeads * cache.headWidth;
}

/** Bytes of the cache = bytes of a token x tokens in a sequence x sequences side by side. */
export function cacheBytes(of: {
  readonly cache: Cache;
  readonly context: number;
  readonly batch: number;
  readonly bytesPerValue: number;
}): number {
  must({ context: [of.context, notNegative], batch: [of.batch, whole] });
  return cacheBytesPerToken(of.cache, of.bytesPerValue) * of.context * of.batch;
}

/** Bytes with a share on top for activations and buffers = bytes x (1 + overhead). */
export function withOverhead(bytes: number, overhead: number): number {
  must({ bytes: [bytes, notNegative], overhead: [overhead, notNegative] });
  return bytes * (1 + overhead);
}

/** What division adds to a quotient that is a whole number. */
const rounding = 1e-9;

/** Accelerators that hold the bytes = bytes / (usable share x memory of one), rounded up; at least 1. */
export function acceleratorsNeeded(of: {
  readonly bytes: number;
  readonly memoryGb: number;
  readonly usable: number;
}): number {
  must({ bytes: [of.bytes, notNegative], memoryGb: [of.memoryGb, positive], usable: [of.usable, share] });
  return Math.max(1, Math.ceil(of.bytes / (of.usable * of.memoryGb * gigabyte) - rounding));
}
