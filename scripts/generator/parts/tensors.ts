import { stream, weighted } from "./draw.ts";
import { type ModelName, trueSize } from "./names.ts";
import * as sample from "./sample.ts";
import { architectures } from "./words.ts";

/** `safetensors` of a model: its parameters by type and the total that it states. */
export interface Tensors {
  readonly parameters: Readonly<Record<string, number>>;
  readonly total: number | null;
}

/** `gguf` of a model: its JSON text, and the total that counts. */
export interface Gguf {
  readonly text: string;
  readonly total: number | null;
}

const wide = weighted([
  ["BF16", 70],
  ["F16", 14],
  ["F32", 12],
  ["F8_E4M3", 2],
  ["miku", 0.1],
  ["fastllm", 0.1],
]);

/** What models' files say of their size: tensors, some packed eight to a number, some nonsense; `gguf` for a few. */
export function tensorsOf(seed: number, quantised: (i: number) => boolean, name: (i: number) => ModelName) {
  const unit = (what: string) => stream(seed, `tensors ${what}`);
  const [there, odd, type, noise] = [unit("there"), unit("odd"), unit("type"), unit("noise")];
  const size = trueSize(seed);
  return (i: number): Tensors | null => {
    if (there(i) < sample.sample.nulls.safetensors / sample.sample.rows) return null;
    const packed = quantised(i) && odd(i) < 0.6;
    const total = packed ? packedTotal(size(i), odd(i), name(i).states) : openTotal(size(i), odd(i), noise(i));
    return { parameters: split(packed ? "I32" : wide(type(i)), total ?? size(i)), total };
  };
}

function packedTotal(size: number, odd: number, states: number | null): number {
  return odd < 0.03 && states !== null ? Math.round(states * 0.75) : Math.round((size / 8) * 1.12);
}

function openTotal(size: number, odd: number, noise: number): number | null {
  if (odd > 0.999) return null;
  if (odd > 0.998) return 0;
  if (odd > 0.995) return 414_720;
  return odd > 0.99 ? Math.round(size * 0.5) : Math.max(1, Math.round(size * (0.97 + 0.06 * noise)));
}

function split(type: string, total: number): Record<string, number> {
  const rest = Math.floor(total * 0.02);
  return rest === 0 ? { [type]: total } : { [type]: total - rest, F32: rest };
}

/** `gguf` texts of the few models that have one. */
export function ggufOf(seed: number): (i: number) => Gguf | null {
  const [there, odd, architecture] = [
    stream(seed, "gguf"),
    stream(seed, "gguf odd"),
    stream(seed, "gguf architecture"),
  ];
  const size = trueSize(seed);
  return (i) => {
    if (there(i) < sample.sample.nulls.gguf / sample.sample.rows) return null;
    const known = `"architecture":"${architectures[Math.floor(architecture(i) * architectures.length)]}","context_length":32768`;
    return (
      oddGguf(odd(i), known) ?? {
        text: `{"total":${size(i)},${known},"chat_template":"{{ messages }}"}`,
        total: size(i),
      }
    );
  };
}

function oddGguf(odd: number, known: string): Gguf | null {
  const totals = ["0", "-0", '"seven"', "1.5", "null"];
  if (odd < 0.05) return { text: `{"total":${totals[Math.floor(odd * 100)]},${known}}`, total: null };
  if (odd < 0.07) return { text: `{${known}}`, total: null };
  return odd > 0.9995 ? { text: `{"total":8000000000,`, total: null } : null;
}
