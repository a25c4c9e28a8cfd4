import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Compared } from "../own-hardware.ts";
import { accelerator } from "../serving.ts";

/** A measure of one model: its unit, what it is, its least and, where it has a range, its greatest value. */
type Measure = readonly [unit: Unit, definition: string, least: number | null, most?: number];

function measures(row: Compared): Readonly<Record<string, Measure>> {
  const { weights, cache, accelerators, decode, prefill, usd, kwh, breakEven } = row;
  return {
    weights: ["gigabytes", "Memory of the weights as published", weights],
    cache: ["gigabytes", "Memory of the key-value cache of the whole batch", cache],
    accelerators: ["accelerators", `${accelerator} needed to hold weights, cache and overhead`, accelerators],
    output: ["tokens-per-second", "Ceiling of output over the whole batch", decode.least, decode.most],
    input: ["tokens-per-second", "Ceiling of input", prefill],
    own: ["usd-per-mtok", "Cost on own hardware, three parts input and one part output", usd.least, usd.most],
    energy: ["kwh-per-mtok", "Energy of output", kwh.least, kwh.most],
    "break-even": [
      "share",
      "Busy share at which own hardware, at its best, costs what the cheapest seller asks",
      breakEven,
    ],
  };
}

/** Models that the prose works through; the figure and its table hold all. */
export const told = ["llama-3-1-8b-instruct", "gpt-oss-120b", "llama-3-1-70b-instruct", "deepseek-r1"];

/** What it takes to serve the models that are told, `<model>-<measure>`; a break-even that does not exist makes no fact. */
export function servedFacts(rows: readonly Compared[], basis: Basis): Readonly<Record<string, Fact>> {
  return Object.fromEntries(
    rows
      .filter(({ model }) => told.includes(model))
      .flatMap((row) =>
        Object.entries(measures(row)).flatMap(([id, measure]): [string, Fact][] => {
          const fact = factOf(row.model, measure, basis);
          return fact === null ? [] : [[`${row.model}-${id}`, fact]];
        }),
      ),
  );
}

function factOf(model: string, [unit, what, least, most]: Measure, basis: Basis): Fact | null {
  if (least === null) return null;
  const definition = `${what}, for ${model} at the assumptions of this chapter.`;
  const fact = sum({ value: least, unit, n: 1, definition, basis: narrow(basis, { population: model }) });
  return { ...fact, bounds: most === undefined || most === least ? null : { lower: least, upper: most } };
}
