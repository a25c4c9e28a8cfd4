import type { Bounds, Fact, Variant } from "#kit/facts.ts";
import { share } from "#kit/facts.ts";
import { type Classing, familyNames, type Stated } from "../families.ts";
import type { Group, Grouping } from "../groups.ts";
import { heaviestOf, type ModelRow, type Population } from "../populations.ts";
import { familyPart, totalOf, type Weight } from "../tally.ts";

type Facts = Readonly<Record<string, Fact>>;

const shown: readonly Stated[] = ["permissive", "vendor", "none"];
const weights: readonly Weight[] = ["models", "downloads"];

/**
 * Shares of families within each group, and how much of the population has a known group.
 *
 * Bounds are joint: a model of unknown group may belong to this one or not, and an unclear licence may be of the family
 * or not; so two groups cannot both have all that is unknown.
 */
export function groupFacts(population: Population, all: readonly Grouping[]): Facts {
  const own = all.flatMap((grouping) => [
    ...weights.map((weight) => [
      `${population.prefix}known-${keyOf(grouping)}-${weight}`,
      known(population, grouping, weight),
    ]),
    ...grouping.groups.flatMap((group) => within(population, grouping, group)),
  ]);
  return Object.fromEntries(own);
}

/** Shares of a group of a grouping when its heaviest publisher is left out; none where it has no other. */
export function withoutHeaviest(population: Population, grouping: Grouping, key: string): Facts {
  const group = grouping.groups.find((one) => one.key === key);
  const heaviest = heaviestOf(population.rows.filter((row) => grouping.of(row) === key));
  const rows = population.rows.filter(({ owner }) => owner !== heaviest);
  const left = totalOf(
    rows.filter((row) => grouping.of(row) === key),
    "downloads",
  );
  if (group === undefined || left === 0) return {};
  const who = `${population.who}, without those of ${heaviest}`;
  const made = shown.map((family) => [
    `${population.prefix}${family}-${key}-without`,
    groupShare({ ...population, rows, who, scenarios: [] }, grouping, group, family, "downloads"),
  ]);
  return Object.fromEntries(made);
}

/** A word for ids: size, place or kind. */
export function keyOf({ by }: Grouping): "size" | "place" | "kind" {
  return by === "Size" ? "size" : by === "Publisher in" ? "place" : "kind";
}

function known({ rows, basis, who }: Population, grouping: Grouping, weight: Weight): Fact {
  const what = { size: "size", place: "publisher's country or region", kind: "kind of publisher" }[keyOf(grouping)];
  return share({
    part: totalOf(
      rows.filter((row) => grouping.of(row) !== null),
      weight,
    ),
    whole: totalOf(rows, weight),
    unknown: 0,
    n: totalOf(rows, "models"),
    definition: `Share of ${weight === "models" ? who : `downloads in 30 days of ${who}`} whose ${what} is known.`,
    basis,
  });
}

function within(population: Population, grouping: Grouping, group: Group): (readonly [string, Fact])[] {
  const own = population.rows.filter((row) => grouping.of(row) === group.key);
  return shown.flatMap((family) =>
    weights
      .filter((weight) => totalOf(own, weight) > 0)
      .map(
        (weight) =>
          [
            `${population.prefix}${family}-${group.key}-${weight}`,
            groupShare(population, grouping, group, family, weight),
          ] as const,
      ),
  );
}

function groupShare(population: Population, grouping: Grouping, group: Group, family: Stated, weight: Weight): Fact {
  const { rows, classing, basis } = population;
  const own = rows.filter((row) => grouping.of(row) === group.key);
  const { part, whole } = familyPart(own, classing, family, weight);
  const of = weight === "models" ? group.who : `downloads in 30 days of ${group.who}`;
  const definition = `Share of ${of}, of ${population.who}, whose stated licence is of the family "${familyNames[family]}".`;
  const n = totalOf(own, "models");
  const variants = groupVariants(population, grouping, group, family, weight);
  const bounds = groupBounds(rows, grouping, group, classing, family, weight);
  return { ...share({ part, whole, unknown: 0, n, variants, definition, basis }), bounds };
}

/** Where the share lies, wherever models of unknown group belong and whatever unclear licences are. */
export function groupBounds(
  rows: readonly ModelRow[],
  grouping: Grouping,
  group: Group,
  classing: Classing,
  family: Stated,
  weight: Weight,
): Bounds | null {
  const own = familyPart(
    rows.filter((row) => grouping.of(row) === group.key),
    classing,
    family,
    weight,
  );
  const open = familyPart(
    rows.filter((row) => grouping.of(row) === null),
    classing,
    family,
    weight,
  );
  if (own.unclear + open.whole === 0) return null;
  const most = own.part + own.unclear + open.part + open.unclear;
  return {
    lower: own.part / (own.whole + open.whole - open.part),
    upper: most / (own.whole + open.part + open.unclear),
  };
}

/** The share in every scenario, and without the group's own heaviest owner. */
function groupVariants(
  population: Population,
  grouping: Grouping,
  group: Group,
  family: Stated,
  weight: Weight,
): Variant[] {
  const heaviest = heaviestOf(population.rows.filter((row) => grouping.of(row) === group.key));
  const alone = {
    label: `the group’s heaviest publisher left out, ${heaviest}`,
    rows: population.rows.filter(({ owner }) => owner !== heaviest),
    classing: population.classing,
  };
  const all =
    heaviest === "" || heaviest === population.heaviest ? population.scenarios : [...population.scenarios, alone];
  return all.flatMap(({ label, rows, classing }) => {
    const own = rows.filter((row) => grouping.of(row) === group.key);
    const { part, whole } = familyPart(own, classing, family, weight);
    const bounds = groupBounds(rows, grouping, group, classing, family, weight);
    return whole > 0 ? [{ label, value: part / whole, ...(bounds === null ? {} : { bounds }) }] : [];
  });
}
