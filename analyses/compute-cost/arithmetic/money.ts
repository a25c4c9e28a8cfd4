import { must, notNegative, positive, ratio, share, whole } from "./must.ts";

const million = 1e6;
const secondsPerHour = 3600;
const joulesPerKwh = 3.6e6;
const monthsPerYear = 12;

/** Hardware that runs by the hour: how many, and what one costs, USD per hour. */
export interface Machine {
  readonly accelerators: number;
  readonly usdPerHour: number;
}

/** USD for a million tokens = accelerators x USD per hour / (tokens a second x busy share x 3600) x 10^6. */
export function usdPerMillion(of: Machine & { readonly tokensPerSecond: number; readonly busy: number }): number {
  must({ accelerators: [of.accelerators, whole], usdPerHour: [of.usdPerHour, notNegative] });
  must({ tokensPerSecond: [of.tokensPerSecond, positive], busy: [of.busy, share] });
  return ((of.accelerators * of.usdPerHour) / (of.tokensPerSecond * of.busy * secondsPerHour)) * million;
}

/** kWh for a million tokens = accelerators x watts x PUE / tokens a second, in joules a token, x 10^6 / 3.6 x 10^6. */
export function kwhPerMillion(of: {
  readonly accelerators: number;
  readonly watts: number;
  /** Watts of the site for each watt of the computers. */
  readonly pue: number;
  readonly tokensPerSecond: number;
}): number {
  must({ accelerators: [of.accelerators, whole], watts: [of.watts, positive], pue: [of.pue, ratio] });
  must({ tokensPerSecond: [of.tokensPerSecond, positive] });
  return ((of.accelerators * of.watts * of.pue) / of.tokensPerSecond) * (million / joulesPerKwh);
}

/**
 * USD per hour of an accelerator that was bought = price x (1 + host share) / (years x 12 x hours of a month)
 * + watts / 1000 x PUE x USD per kWh. It is paid whether the accelerator is busy or not.
 */
export function ownedUsdPerHour(of: {
  readonly usd: number;
  readonly host: number;
  readonly years: number;
  readonly hoursPerMonth: number;
  readonly watts: number;
  readonly pue: number;
  readonly usdPerKwh: number;
}): number {
  must({ usd: [of.usd, notNegative], host: [of.host, notNegative], years: [of.years, positive] });
  must({ hoursPerMonth: [of.hoursPerMonth, positive], watts: [of.watts, notNegative], pue: [of.pue, ratio] });
  must({ usdPerKwh: [of.usdPerKwh, notNegative] });
  const hardware = (of.usd * (1 + of.host)) / (of.years * monthsPerYear * of.hoursPerMonth);
  return hardware + (of.watts / 1000) * of.pue * of.usdPerKwh;
}

/** Use at which running one's own costs what the price asks. */
export interface BreakEven {
  readonly tokensPerMonth: number;
  /** Share of the time that the hardware is then busy. */
  readonly busy: number;
}

/**
 * Tokens a month at which one's own hardware costs what a price per million tokens asks = accelerators x USD per hour
 * x hours / price x 10^6. Null if that is more than the hardware can write: the price is below its cost at full use.
 */
export function breakEven(
  of: Machine & {
    readonly tokensPerSecond: number;
    readonly hoursPerMonth: number;
    /** Price of the same tokens elsewhere, USD per million. */
    readonly price: number;
  },
): BreakEven | null {
  must({ price: [of.price, notNegative], hoursPerMonth: [of.hoursPerMonth, positive] });
  const busy = of.price === 0 ? Number.POSITIVE_INFINITY : usdPerMillion({ ...of, busy: 1 }) / of.price;
  const capacity = of.tokensPerSecond * secondsPerHour * of.hoursPerMonth;
  return busy > 1 ? null : { tokensPerMonth: busy * capacity, busy };
}
