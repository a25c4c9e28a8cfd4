import { type Basis, narrow } from "#kit/coverage.ts";
import { count, type Fact, sum, type Variant } from "#kit/facts.ts";
import { month } from "#kit/format.ts";
import { type GainRow, type Step, sharedGains, type Use } from "../gains.ts";
import { type Shared, told } from "../overlap.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How deep the lists of what was gained are compared: they are shorter than those of what there is. */
const gainDepths = [10, 25, 50] as const;

/** What the models that gained most likes and those with most downloads of the same weeks share. */
export function gainFacts(steps: readonly Step[], all: Basis): Facts {
  const last = steps.at(-1);
  if (last === undefined) return {};
  const basis = narrow(all, { asOf: last.day });
  const at = (name: string, use: Use) =>
    Object.fromEntries(gainDepths.flatMap((k) => factAt(`${name}-${k}`, steps, last, use, k, basis)));
  return {
    ...at("gain-shared", "download"),
    ...at("gain-both", "gain"),
    ...spanFacts(steps, basis),
    "gain-models": count({
      ...{ value: last.models, unit: "models", basis },
      definition: "Models that the last two listings both have.",
    }),
    crawls: count({
      ...{ value: steps.length + 1, unit: "crawls", basis },
      definition: "Listings, one after another, whose neighbours are compared.",
    }),
    steps: count({
      ...{ value: steps.length, unit: "windows", basis },
      definition: "Pairs of neighbouring listings.",
    }),
  };
}

const said: Readonly<Record<Use, string>> = {
  download: "had most downloads in the 30 days before the later one",
  gain: "gained most downloads",
};

function factAt(id: string, steps: readonly Step[], last: Step, use: Use, k: number, basis: Basis): [string, Fact][] {
  const found = sharedGains(last.matched, use, k);
  if (found === null) return [];
  const { shared, lower, upper } = found;
  const definition = `Models among the ${k} that gained most likes between the last two listings and the ${k} that ${said[use]}, of models that both listings have.`;
  const fact = sum({
    value: shared,
    unit: "models",
    n: k,
    definition,
    basis,
    variants: variantsOf(steps, last, use, k),
  });
  return [[id, { ...fact, bounds: lower === upper ? null : { lower, upper } }]];
}

function variantsOf(steps: readonly Step[], last: Step, use: Use, k: number): Variant[] {
  const at = (label: string, rows: readonly GainRow[]): Variant[] => {
    const found: Shared | null = sharedGains(rows, use, k);
    return found === null ? [] : [{ label, value: found.shared }];
  };
  return [
    ...at("with models listed for the first time", last.all),
    ...steps
      .filter((step) => step !== last)
      .flatMap((step) => at(`between listings, to ${month(step.day)}`, step.matched)),
  ];
}

/** The fewest and the most over all pairs of listings, at the depth that a report uses. */
function spanFacts(steps: readonly Step[], basis: Basis): Facts {
  const found = steps.flatMap((step) => sharedGains(step.matched, "download", told)?.shared ?? []);
  if (found.length === 0) return {};
  const of = (value: number, which: string): Fact =>
    sum({
      ...{ value, unit: "models", n: found.length, basis },
      definition: `The ${which} models among the ${told} that gained most likes and the ${told} with most downloads, over all pairs of neighbouring listings.`,
    });
  return { "gain-least": of(Math.min(...found), "fewest"), "gain-most": of(Math.max(...found), "most") };
}
