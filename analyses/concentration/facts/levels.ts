import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, share, sum } from "#kit/facts.ts";
import { items, total } from "#kit/stats/frequency.ts";
import { effectiveNumber } from "#kit/stats/hhi.ts";
import { effectiveNumberBounds } from "#kit/stats/hhi-bounds.ts";
import { topShare } from "#kit/stats/top.ts";
import type { HubDistribution } from "../distributions.ts";
import type { Level } from "../levels.ts";
import { downloadsOf, type Owners, sizes } from "../owners.ts";
import { withoutLargest } from "../without.ts";
import { covering } from "./populations.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Owners whose joint share a published figure gives. */
const leading = 50;

const told = {
  model: "models",
  owner: "namespaces, canonical models as one",
  parent:
    "groups of namespaces, canonical models as one and each namespace without a row in the registry by itself. The lower bound takes canonical models one by one, the upper one gives all that is not known to the largest group",
  country:
    "countries and regions, as far as the publisher's is known. The lower bound spreads the rest over ever so many places, the upper one gives all of it to the largest",
} as const satisfies Record<Level["id"], string>;

/** Indices and effective numbers of every level, and how much of the downloads each leaves unknown. */
export function levelFacts(levels: readonly Level[], owners: Owners, hub: HubDistribution): Facts {
  return {
    ...Object.assign({}, ...levels.map((level) => indexFacts(level, namespaces(owners), hub))),
    ...weightFacts(owners, hub),
    owners: count({
      value: namespaces(owners),
      unit: "namespaces",
      definition: "Namespaces of the Hub with a model, without regard to case.",
      basis: hub.basis,
    }),
    [`top-${leading}-owners`]: leadingFact(owners, hub),
  };
}

function namespaces({ registered, unregistered }: Owners): number {
  return items(sizes([...registered, ...unregistered]));
}

function indexFacts({ id, index, bounds, unknown, whole, variants }: Level, n: number, hub: HubDistribution): Facts {
  const common = { basis: hub.basis, n: id === "model" ? items(hub.models) : n, unit: "index" as const };
  const definition = `Herfindahl-Hirschman index of downloads ${covering(hub.counter)} over ${told[id]}; 10,000 is one group.`;
  const effective = `How many of equal size would be as concentrated: 10,000 over the Herfindahl-Hirschman index over ${told[id]}.`;
  const turned = variants.map(({ label, value, bounds: own }) => ({
    ...{ label, value: effectiveNumber(value) },
    ...(own === undefined ? {} : { bounds: effectiveNumberBounds(own) }),
  }));
  return {
    [`hhi-${id}`]: { ...sum({ ...common, value: index, definition, variants }), bounds },
    [`effective-${id}`]: {
      ...sum({ ...common, value: effectiveNumber(index), definition: effective, variants: turned }),
      bounds: bounds && effectiveNumberBounds(bounds),
    },
    ...(bounds === null ? {} : { [`unknown-${id}`]: unknownFact(id, unknown, whole, n, hub.basis) }),
  };
}

function unknownFact(id: Level["id"], part: number, whole: number, n: number, basis: Basis): Fact {
  const what = id === "parent" ? "group of namespaces" : "country or region";
  return share({
    part,
    whole,
    unknown: 0,
    n,
    definition: `Downloads of models whose publisher's ${what} is not known, over all.`,
    basis,
  });
}

function weightFacts({ canonical, registered, unregistered }: Owners, hub: HubDistribution): Facts {
  const whole = total(hub.models);
  const first = Math.max(...sizes([...registered, ...unregistered]).map(({ value }) => value));
  const of = (part: number, n: number, definition: string): Fact =>
    share({ part, whole, unknown: 0, n, definition, basis: hub.basis });
  const models = canonical.reduce((sum, row) => sum + row.models, 0);
  return {
    "unregistered-share": of(
      ...([downloadsOf(unregistered), items(sizes(unregistered))] as const),
      "Downloads of namespaces without a row in the registry of owners, over all.",
    ),
    "first-owner-share": of(first, 1, "Downloads of the namespace with the most of them, over all."),
    ...(models === 0
      ? {}
      : {
          "canonical-models": count({
            ...{ value: models, unit: "models" as const, basis: hub.basis },
            definition: "Canonical models: models whose ids name no owner.",
          }),
          "canonical-share": of(downloadsOf(canonical), models, "Downloads of canonical models, over all."),
        }),
  };
}

function leadingFact({ canonical, registered, unregistered }: Owners, hub: HubDistribution): Fact {
  const named = sizes([...registered, ...unregistered]);
  const all = [...named, ...sizes(canonical)];
  const top = (table: typeof all): number => topShare(table, Math.min(leading, items(table)));
  const split = { label: "each canonical model by itself", value: top([...named, ...hub.by.none]) };
  const gone = { label: "canonical models left out", value: top(named) };
  return share({
    part: top(all) * total(all),
    whole: total(all),
    unknown: 0,
    n: items(all),
    definition: `Downloads of the ${leading} namespaces with the most, over those of all; canonical models count as one.`,
    basis: hub.basis,
    variants: [
      ...(canonical.length === 0 ? [] : [split, gone]),
      { label: "most downloaded namespace left out", value: top([...withoutLargest(named), ...sizes(canonical)]) },
    ],
  });
}
