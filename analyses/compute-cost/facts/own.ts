import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, quantile } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { type Compared, cheaper, comparedBy, dearer, type NamedRow, never, otherSettings } from "../own-hardware.ts";
import { accelerator, rentsOf, settingOf } from "../serving.ts";
import { assumedFacts } from "./assumed.ts";
import { servedFacts } from "./served.ts";

type Facts = Readonly<Record<string, Fact>>;
type Pick = (rows: readonly Compared[]) => readonly Compared[];

const priced: Pick = (rows) => rows.filter(({ cheapest }) => cheapest !== null);
const either: Pick = (rows) => priced(rows).filter((row) => ![...dearer(rows), ...cheaper(rows)].includes(row));

const counted: Readonly<Record<string, readonly [pick: Pick, definition: string]>> = {
  "own-models": [(rows) => rows, "Open models whose hardware is worked out and that at least one seller offers."],
  "own-priced": [priced, "Of these, models with three sellers or more, so that a cheapest one is quoted."],
  "own-dearer": [dearer, "Models whose own hardware, at its best, costs more than the cheapest seller asks."],
  "own-cheaper": [cheaper, "Models whose own hardware costs less than that, even with every expert read."],
  "own-either": [either, "Models for which it depends on how many experts a step reads."],
  "own-never": [
    never,
    "Models whose own hardware, at its best and always busy, costs more than the cheapest seller asks.",
  ],
};

/** What own hardware costs beside sellers, at one setting and at others, with the assumptions behind it. */
export function ownFacts(reference: Reference, named: readonly NamedRow[], prices: Basis, list: Basis): Facts {
  const setting = settingOf(reference, accelerator, list.asOf);
  const rows = comparedBy(reference, named, setting);
  const others = otherSettings(reference, setting, list.asOf).map(({ label, setting: other }) => ({
    label,
    rows: comparedBy(reference, named, other),
  }));
  const population = "open models whose architecture is on record and that are sold by the token";
  const basis = narrow(prices, { population });
  const counts = Object.entries(counted).map(([id, [pick, definition]]): [string, Fact] => {
    const variants = others.map(({ label, rows: own }) => ({ label, value: pick(own).length }));
    const n = id === "own-models" ? rows.length : priced(rows).length;
    return [id, count({ value: pick(rows).length, unit: "models", n, definition, basis, variants })];
  });
  return {
    ...Object.fromEntries(counts),
    rent: rent(reference, list),
    ...assumedFacts(reference, basis),
    ...servedFacts(rows, basis),
  };
}

function rent(reference: Reference, list: Basis): Fact {
  const values = rentsOf(reference, accelerator, list.asOf);
  const definition = `Median of the dated list prices for renting one ${accelerator} that accelerator-rents.csv holds.`;
  const basis = narrow(list, { population: `dated rents of one ${accelerator}` });
  const variants = [
    { label: "the cheapest", value: values[0] ?? Number.NaN },
    { label: "the dearest", value: values.at(-1) ?? Number.NaN },
  ];
  return quantile({ values, p: 0.5, unit: "usd-per-hour", definition, basis, variants });
}
