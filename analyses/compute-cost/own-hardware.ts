import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import { type BreakEven, breakEven } from "./arithmetic.ts";
import { type Serving, serve } from "./serving.ts";
import { assumption, type Setting } from "./setting.ts";
import type { namedPrices } from "./tables.ts";

export type NamedRow = Row<typeof namedPrices>;

/** One model's own hardware beside what sellers ask. */
export interface Compared extends Serving {
  readonly providers: number;
  readonly cheapest: number | null;
  readonly median: number;
  /** Use at which own hardware costs what the cheapest seller asks; null if never, or if no cheapest one is quoted. */
  readonly breakEven: BreakEven | null;
}

/** Every model whose architecture and price are both known, at one setting, smallest first. */
export function comparedBy(reference: Reference, named: readonly NamedRow[], setting: Setting): Compared[] {
  const hoursPerMonth = assumption(reference, "hours").value;
  return reference.architectures
    .flatMap((model) => {
      const price = named.find((row) => row.model === model.name);
      const own = reference.precisions.find(({ id }) => id === model.native_precision)?.bits_per_weight;
      if (price === undefined || own === undefined) return [];
      const serving = serve(model, Math.min(own, setting.bitsAtMost ?? own), setting);
      const { providers, cheapest_3_1: cheapest, blended_3_1: median } = price;
      const even = cheapest === null ? null : breakEvenOf(serving, setting, cheapest, hoursPerMonth);
      return [{ ...serving, providers, cheapest, median, breakEven: even }];
    })
    .sort((a, b) => a.weights - b.weights || (a.model < b.model ? -1 : 1));
}

const million = 1e6;
const secondsPerHour = 3600;

/** Break-even of blended tokens: the hardware handles as many a second as its cost by the token says. */
function breakEvenOf(
  { accelerators, usd }: Serving,
  { usdPerHour, busy }: Setting,
  price: number,
  hoursPerMonth: number,
): BreakEven | null {
  const always = usd.even * busy;
  const tokensPerSecond = (accelerators * usdPerHour * million) / (always * secondsPerHour);
  return breakEven({ accelerators, usdPerHour, tokensPerSecond, hoursPerMonth, price });
}

type Pick = (rows: readonly Compared[]) => Compared[];

/** Models whose own hardware costs less than the cheapest seller asks. */
export const cheaper: Pick = (rows) => rows.filter(({ cheapest, usd }) => cheapest !== null && usd.even < cheapest);

/** Models whose own hardware costs more than the cheapest seller asks. */
export const dearer: Pick = (rows) => rows.filter(({ cheapest, usd }) => cheapest !== null && usd.even > cheapest);

/** Models whose own hardware costs more than the cheapest seller asks however busy it is. */
export const never: Pick = (rows) => rows.filter((row) => row.cheapest !== null && row.breakEven === null);
