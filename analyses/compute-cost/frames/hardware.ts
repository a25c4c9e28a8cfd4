import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { gigabyte, weightBytes } from "../arithmetic.ts";
import type { Compared } from "../own-hardware.ts";
import type { acceleratorMemory } from "../tables.ts";

type MemoryRow = Row<typeof acceleratorMemory>;

/** One row a model, smallest weights first: own hardware for long and for short work beside sellers. */
export function servingFrame(long: readonly Compared[], short: readonly Compared[]) {
  return long.map((row) => {
    const { model, weights, cache, accelerators, decode, prefill, usd, kwh, breakEven } = row;
    const other = short.find((one) => one.model === model);
    if (other === undefined) throw new Error(`short work lacks the model "${model}" of long work`);
    return {
      ...{ model, weights, cache, accelerators, decode: decode.even, prefill },
      ...{ own_long: usd.even, own_short: other.usd.even, own_least: usd.least, own_most: usd.most },
      ...{ cheapest: row.cheapest, median: row.median, sellers: row.providers, kwh: kwh.even },
      break_even_long: breakEven?.busy ?? null,
      break_even_short: other.breakEven?.busy ?? null,
      tokens_long: breakEven?.tokensPerMonth ?? null,
    };
  });
}

/** The largest memory by maker and year, then the weights of open models by precision. */
export function memoryFrame(rows: readonly MemoryRow[], reference: Reference) {
  const chips = rows.flatMap(({ vendor, release_year, largest, memory_most, memory_median, accelerators }) =>
    memory_most === null || release_year === null
      ? []
      : [
          {
            row: vendor,
            kind: "accelerator",
            year: release_year,
            name: largest ?? "",
            memory: memory_most,
            median: memory_median,
            accelerators,
          },
        ],
  );
  return [...chips, ...weightRows(reference)];
}

/** Models whose weights the memory chart draws, and a precision that is no longer theirs. */
const drawn = ["llama-3-1-8b-instruct", "gpt-oss-120b", "qwen3-235b-a22b", "kimi-k2-instruct"] as const;

function weightRows({ architectures, precisions }: Reference) {
  const bits = (id: string): number => precisions.find((row) => row.id === id)?.bits_per_weight ?? Number.NaN;
  return drawn.flatMap((name) => {
    const model = architectures.find((row) => row.name === name);
    if (model === undefined) return [];
    const at = (precision: string, words: string) => ({
      row: name,
      kind: "weights",
      year: null,
      name: `${precision}, ${words}`,
      memory: weightBytes({ parameters: model.parameters, bits: bits(precision) }) / gigabyte,
      median: null,
      accelerators: null,
    });
    const own = at(model.native_precision, "as published");
    return bits(model.native_precision) > bits("int4") ? [own, at("int4", "quantised")] : [own];
  });
}
