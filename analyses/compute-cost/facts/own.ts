import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, quantile, type Variant } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { otherSettings } from "../other-settings.ts";
import { type Compared, cheaper, comparedBy, dearer, type NamedRow, never } from "../own-hardware.ts";
import {
  type AssumptionIds,
  accelerator,
  assumed,
  assumedShort,
  rentsOf,
  type Setting,
  settingOf,
  shortWork,
} from "../setting.ts";
import type { accelerators } from "../tables.ts";
import { assumedFacts } from "./assumed.ts";
import { servedFacts } from "./served.ts";

type Facts = Readonly<Record<string, Fact>>;
type Pick = (rows: readonly Compared[]) => readonly Compared[];

/** What the comparison of own hardware and sellers rests on. */
export interface OwnInput {
  readonly reference: Reference;
  readonly named: readonly NamedRow[];
  readonly listed: readonly Row<typeof accelerators>[];
  /** Basis of the prices, and of the list of accelerators. */
  readonly prices: Basis;
  readonly list: Basis;
}

const priced: Pick = (rows) => rows.filter(({ cheapest }) => cheapest !== null);

const counted: Readonly<Record<string, readonly [pick: Pick, definition: string]>> = {
  "own-dearer": [dearer, "Models whose own hardware costs more than the cheapest seller asks"],
  "own-cheaper": [cheaper, "Models whose own hardware costs less than the cheapest seller asks"],
  "own-never": [never, "Models whose own hardware, always busy, costs more than the cheapest seller asks"],
};

/** What own hardware costs beside sellers, for long and for short work, with the assumptions behind it. */
export function ownFacts(input: OwnInput): Facts {
  const { reference, named, prices, list } = input;
  const long = settingOf(reference, accelerator, list.asOf);
  const short = shortWork(reference, long);
  const population = "open models whose architecture is on record and that are sold by the token";
  const basis = narrow(prices, { population });
  return {
    ...sizes(comparedBy(reference, named, long), basis),
    ...counts(input, { setting: long, ids: assumed, suffix: "", words: "long work" }, basis),
    ...counts(input, { setting: short, ids: assumedShort, suffix: "-short", words: "short work" }, basis),
    rent: rent(reference, list),
    ...assumedFacts(reference, basis),
    ...servedFacts(comparedBy(reference, named, long), comparedBy(reference, named, short), basis),
  };
}

function sizes(rows: readonly Compared[], basis: Basis): Facts {
  const models = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  return {
    "own-models": models(rows.length, "Open models whose hardware is worked out and that at least one seller offers."),
    "own-priced": models(
      priced(rows).length,
      "Of these, models with three sellers or more, so that a cheapest one is quoted.",
    ),
  };
}

/** One of the two kinds of work, with the assumptions that its setting is varied by. */
interface Work {
  readonly setting: Setting;
  readonly ids: AssumptionIds;
  readonly suffix: string;
  readonly words: string;
}

function counts(input: OwnInput, { setting, ids, suffix, words }: Work, basis: Basis): Facts {
  const { reference, named, listed, list } = input;
  const rows = comparedBy(reference, named, setting);
  const others = otherSettings(reference, listed, setting, list.asOf, ids).map(
    ({ label, setting: other, against }) => ({
      label,
      rows: comparedBy(reference, against === undefined ? named : named.map(against), other),
    }),
  );
  return Object.fromEntries(
    Object.entries(counted).map(([id, [pick, what]]): [string, Fact] => {
      const variants: Variant[] = others.map(({ label, rows: own }) => ({ label, value: pick(own).length }));
      const n = priced(rows).length;
      const definition = `${what}, at the assumptions of this chapter for ${words}.`;
      return [`${id}${suffix}`, count({ value: pick(rows).length, unit: "models", n, definition, basis, variants })];
    }),
  );
}

function rent(reference: Reference, list: Basis): Fact {
  const values = rentsOf(reference, accelerator, list.asOf);
  const definition = `Median over sellers (the lower of two in the middle) of the dated list prices for renting one ${accelerator} that accelerator-rents.csv holds.`;
  const basis = narrow(list, { population: `sellers of one ${accelerator} by the hour with a dated list price` });
  const variants = [
    { label: "the cheapest", value: values[0] ?? Number.NaN },
    { label: "the dearest", value: values.at(-1) ?? Number.NaN },
  ];
  return quantile({ values, p: 0.5, unit: "usd-per-hour", definition, basis, variants });
}
