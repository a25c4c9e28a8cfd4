import { median } from "d3";
import { quantileOf } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";

export type Architecture = Reference["architectures"][number];
export type Spec = Reference["specs"][number];

/** The accelerator on which models are worked out. */
export const accelerator = "H100 SXM";

/** What the arithmetic takes for granted; shares are fractions of one. */
export interface Setting {
  readonly spec: Spec;
  readonly usdPerHour: number;
  readonly batch: number;
  readonly context: number;
  readonly busy: number;
  readonly bandwidthUse: number;
  readonly prefillUse: number;
  readonly overhead: number;
  readonly usable: number;
  readonly pue: number;
  /** Most bits of a weight; null serves weights as they were published. */
  readonly bitsAtMost: number | null;
}

/** Ids of assumptions in `compute-assumptions.csv` behind each part of a setting. */
export const assumed = {
  batch: "batch",
  context: "context",
  busy: "busy",
  bandwidthUse: "bandwidth-utilisation",
  prefillUse: "prefill-utilisation",
  overhead: "memory-overhead",
  usable: "usable-memory",
  pue: "pue",
} as const satisfies Partial<Record<keyof Setting, string>>;

/** Ids of assumptions, by part of a setting. */
export type AssumptionIds = Readonly<Record<keyof typeof assumed, string>>;

/** The same ids for short work, which has its own sequences and tokens. */
export const assumedShort: AssumptionIds = { ...assumed, batch: "short-batch", context: "short-context" };

/** The value of an assumption; throws naming it when the registry has none. */
export function assumption(reference: Reference, id: string): Reference["assumptions"][number] {
  const found = reference.assumptions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`compute-assumptions.csv has no assumption "${id}"`);
  return found;
}

/** Rents of an accelerator read on `until` at the latest, one a seller (the mean of the two in the middle of its products), cheapest first. */
export function rentsOf(reference: Reference, wanted: string, until: string): number[] {
  const rows = reference.rents.filter(
    (row) => row.accelerator === wanted && row.read_on !== null && row.read_on <= until,
  );
  const sellers = Map.groupBy(rows, ({ seller }) => seller);
  const prices = [...sellers.values()].map((own) => median(own, (row) => row.usd_per_hour) ?? Number.NaN);
  return prices.sort((a, b) => a - b);
}

/** The setting behind the headline: an accelerator at the lower median of its sellers' rents, every assumption at its value. */
export function settingOf(reference: Reference, wanted: string, until: string): Setting {
  const spec = reference.specs.find(({ name }) => name === wanted);
  const usdPerHour = quantileOf(rentsOf(reference, wanted, until), 0.5);
  if (spec === undefined || Number.isNaN(usdPerHour)) throw new Error(`no specification and rent of "${wanted}"`);
  const parts = Object.entries(assumed).map(([part, id]) => [part, assumption(reference, id).value] as const);
  const values = Object.fromEntries(parts) as Record<keyof typeof assumed, number>;
  return { spec, usdPerHour, bitsAtMost: null, ...values };
}

/** The same setting for short work: many sequences of few tokens. */
export function shortWork(reference: Reference, setting: Setting): Setting {
  const value = (part: "batch" | "context"): number => assumption(reference, assumedShort[part]).value;
  return { ...setting, batch: value("batch"), context: value("context") };
}
