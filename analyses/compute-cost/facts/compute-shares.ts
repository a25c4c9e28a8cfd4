import type { Basis } from "#kit/coverage.ts";
import { type Fact, share, type Variant } from "#kit/facts.ts";
import { placeName } from "#kit/places.ts";
import { computeOf, type PlaceRow, type RunRow, type YearRow } from "../training.ts";

type Facts = Readonly<Record<string, Fact>>;

/** A part of stated compute, FLOP: what belongs to it, what may, and all. */
interface Part {
  readonly part: number;
  readonly unknown: number;
  readonly whole: number;
}

/** The part with its largest run taken out, and with that run at its stated bounds; `own` says whether it belongs to the part. */
function withoutLargest({ part, whole }: Part, run: RunRow | undefined, own: boolean): Variant[] {
  if (run === undefined) return [];
  const at = (flop: number): number => (part + (own ? flop - run.flop : 0)) / (whole + flop - run.flop);
  const bounds: [string, number | null][] = [
    ["at its stated lower bound", run.flop_least],
    ["at its stated upper bound", run.flop_most],
  ];
  return [
    { label: `${run.model} left out`, value: at(0) },
    ...bounds.flatMap(([words, flop]) => (flop === null ? [] : [{ label: `${run.model} ${words}`, value: at(flop) }])),
  ];
}

const isOpen = ({ weights }: RunRow): boolean => weights === "open" || weights === "limited";

function largestOf(runs: readonly RunRow[]): RunRow | undefined {
  return runs.reduce<RunRow | undefined>(
    (best, run) => (best === undefined || run.flop > best.flop ? run : best),
    undefined,
  );
}

/** How much of the stated compute of a span of years went into published weights. */
export function yearShares(years: readonly YearRow[], runs: readonly RunRow[], basis: Basis): Facts {
  const on = (from: number, to: number): Fact => {
    const within = ({ year }: { readonly year: number }): boolean => year >= from && year <= to;
    const own = years.filter(within);
    const { open, closed, unknown, of } = computeOf(own);
    const all: Part = { part: open, unknown, whole: open + closed + unknown };
    const run = largestOf(runs.filter(within));
    const definition = `Share of stated training compute of models published from ${from} to ${to} that went into published weights; models of unknown access may be either, and models without stated compute are in neither.`;
    const variants = [
      { label: "only weights published without limits", value: of(["open"]) / all.whole },
      { label: "models of unknown access left out", value: open / (open + closed) },
      ...withoutLargest(all, run, run !== undefined && isOpen(run)),
    ];
    const n = own.reduce((sum, row) => sum + row.with_compute, 0);
    return share({ ...all, n, definition, basis, variants });
  };
  return { "open-compute": on(2020, 2025), "open-compute-2023": on(2023, 2023), "open-compute-2024": on(2024, 2024) };
}

/** How much of the stated compute publishers of one place account for, and how much of theirs was published. */
export function placeShares(places: readonly PlaceRow[], runs: readonly RunRow[], basis: Basis): Facts {
  const run = largestOf(runs.filter(({ year }) => year >= 2020));
  const flop = (rows: readonly PlaceRow[]): number => rows.reduce((sum, row) => sum + (row.flop_total ?? 0), 0);
  const stated = (rows: readonly PlaceRow[]): number => rows.reduce((sum, row) => sum + row.with_compute, 0);
  const of = (code: string): Fact => {
    const own = places.filter(({ countries }) => countries === code);
    const unsure = places.filter(({ countries }) => countries.startsWith("("));
    const all: Part = { part: flop(own), unknown: flop(unsure), whole: flop(places) };
    const definition = `Share of stated training compute since 2020 by publishers of ${placeName(code)} and of no other country or region (what the database calls multinational is none); those of several or unknown places may be partly there.`;
    return share({
      ...all,
      n: stated(places),
      definition,
      basis,
      variants: withoutLargest(all, run, run?.countries === code),
    });
  };
  const open = (code: string): Fact => {
    const own = places.filter(({ countries }) => countries === code);
    const compute = computeOf(own);
    const all: Part = {
      part: compute.open,
      unknown: compute.unknown,
      whole: compute.open + compute.closed + compute.unknown,
    };
    const definition = `Share of the stated training compute since 2020 of publishers of ${placeName(code)} alone that went into published weights.`;
    const variants = run?.countries === code ? withoutLargest(all, run, isOpen(run)) : [];
    return share({ ...all, n: stated(own), definition, basis, variants });
  };
  return {
    "us-compute": of("US"),
    "cn-compute": of("CN"),
    "us-open-compute": open("US"),
    "cn-open-compute": open("CN"),
  };
}
