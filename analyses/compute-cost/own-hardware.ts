import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { assumed, assumption, rentsOf, type Serving, type Setting, serve } from "./serving.ts";
import type { namedPrices } from "./tables.ts";

export type NamedRow = Row<typeof namedPrices>;

/** One model's own hardware beside what sellers ask. */
export interface Compared extends Serving {
  readonly providers: number;
  readonly cheapest: number | null;
  readonly median: number;
  /** Share of the time at which own hardware costs what the cheapest seller asks, at its best; null if never. */
  readonly breakEven: number | null;
}

/** Another setting, in words. */
export interface OtherSetting {
  readonly label: string;
  readonly setting: Setting;
}

/** Every model whose architecture and price are both known, at one setting, smallest first. */
export function comparedBy(reference: Reference, named: readonly NamedRow[], setting: Setting): Compared[] {
  return reference.architectures
    .flatMap((model) => {
      const price = named.find((row) => row.model === model.name);
      const bits = reference.precisions.find(({ id }) => id === model.native_precision)?.bits_per_weight;
      if (price === undefined || bits === undefined) return [];
      const serving = serve(model, bits, setting);
      const cheapest = price.cheapest_3_1;
      const needed = cheapest === null ? null : (serving.usd.least * setting.busy) / cheapest;
      const breakEven = needed === null || needed > 1 ? null : needed;
      return [{ ...serving, providers: price.providers, cheapest, median: price.blended_3_1, breakEven }];
    })
    .sort((a, b) => a.weights - b.weights || (a.model < b.model ? -1 : 1));
}

const varied = ["busy", "batch", "context", "bandwidthUse", "prefillUse", "overhead", "usable"] as const;

const words: Readonly<Record<(typeof varied)[number], string>> = {
  busy: "busy share of the time",
  batch: "sequences side by side",
  context: "tokens in a sequence",
  bandwidthUse: "share of the bandwidth reached",
  prefillUse: "share of the peak rate reached",
  overhead: "memory on top",
  usable: "share of the memory used",
};

/** The setting with each assumption at its lowest and highest, and with the cheapest and dearest rent. */
export function otherSettings(reference: Reference, setting: Setting, until: string): OtherSetting[] {
  const rents = rentsOf(reference, setting.spec.name, until);
  const rent = (label: string, usdPerHour: number | undefined): OtherSetting[] =>
    usdPerHour === undefined ? [] : [{ label, setting: { ...setting, usdPerHour } }];
  const ends = varied.flatMap((part) => {
    const { low, high } = assumption(reference, assumed[part]);
    return [
      { label: `lowest ${words[part]}`, setting: { ...setting, [part]: low } },
      { label: `highest ${words[part]}`, setting: { ...setting, [part]: high } },
    ];
  });
  return [...ends, ...rent("cheapest rent", rents[0]), ...rent("dearest rent", rents.at(-1))];
}

/** Models whose own hardware costs less than the cheapest seller however many experts are read. */
export function cheaper(rows: readonly Compared[]): Compared[] {
  return rows.filter(({ cheapest, usd }) => cheapest !== null && usd.most < cheapest);
}

/** Models whose own hardware costs more than the cheapest seller however busy it is. */
export function never(rows: readonly Compared[]): Compared[] {
  return rows.filter(({ cheapest, breakEven }) => cheapest !== null && breakEven === null);
}

/** Models whose own hardware costs more than the cheapest seller even at its best. */
export function dearer(rows: readonly Compared[]): Compared[] {
  return rows.filter(({ cheapest, usd }) => cheapest !== null && usd.least > cheapest);
}
