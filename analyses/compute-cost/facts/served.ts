import { type Basis, narrow } from "#kit/coverage.ts";
import { type Fact, sum } from "#kit/facts.ts";
import type { Unit } from "#kit/units.ts";
import type { Compared } from "../own-hardware.ts";
import type { Routed } from "../serving.ts";
import { accelerator } from "../setting.ts";

/** A measure of one model: its unit, what it is, its value, and its ends where lucky or unlucky routing moves it. */
type Measure = readonly [unit: Unit, definition: string, value: number | null, ends?: Routed];

const even = "with tokens spread evenly over experts";

function measures(row: Compared): Readonly<Record<string, Measure>> {
  const { weights, cache, accelerators, decode, prefill, usd, kwh, breakEven } = row;
  const cheapest = "own hardware costs what the cheapest seller asks";
  return {
    weights: ["gigabytes", "Memory of the weights as published", weights],
    cache: ["gigabytes", "Memory of the key-value cache of the whole batch", cache],
    accelerators: ["accelerators", `${accelerator} needed to hold weights, cache and overhead`, accelerators],
    output: ["tokens-per-second", `Output of the whole batch, ${even}`, decode.even, decode],
    input: ["tokens-per-second", "Input that can be read", prefill],
    own: ["usd-per-mtok", `Cost on own hardware, three parts input and one part output, ${even}`, usd.even, usd],
    energy: ["kwh-per-mtok", `Energy of output, accelerators at full power, ${even}`, kwh.even, kwh],
    "break-even": ["share", `Busy share at which ${cheapest}`, breakEven?.busy ?? null],
    "break-even-tokens": [
      "tokens",
      `Tokens a month, three parts input and one part output, at which ${cheapest}`,
      breakEven?.tokensPerMonth ?? null,
    ],
  };
}

/** Models that the prose works through; the figure and its table hold all. */
export const told = ["llama-3-1-8b-instruct", "gpt-oss-120b", "llama-3-1-70b-instruct", "deepseek-r1"];

/** What it takes to serve the models that are told, `<model>-<measure>`; a break-even that does not exist makes no fact. */
export function servedFacts(
  rows: readonly Compared[],
  short: readonly Compared[],
  basis: Basis,
): Readonly<Record<string, Fact>> {
  const all = [...entries(rows, "", "long work", basis), ...entries(short, "-short", "short work", basis)];
  return Object.fromEntries(all);
}

function entries(rows: readonly Compared[], suffix: string, work: string, basis: Basis): [string, Fact][] {
  return rows
    .filter(({ model }) => told.includes(model))
    .flatMap((row) =>
      Object.entries(measures(row)).flatMap(([id, measure]): [string, Fact][] => {
        const fact = factOf(row.model, measure, work, basis);
        return fact === null ? [] : [[`${row.model}-${id}${suffix}`, fact]];
      }),
    );
}

function factOf(model: string, [unit, what, value, ends]: Measure, work: string, basis: Basis): Fact | null {
  if (value === null) return null;
  const definition = `${what}, for ${model} at the assumptions of this chapter for ${work}.`;
  const fact = sum({ value, unit, n: 1, definition, basis: narrow(basis, { population: model }) });
  const bounds = ends === undefined || ends.least === ends.most ? null : { lower: ends.least, upper: ends.most };
  return { ...fact, bounds };
}
