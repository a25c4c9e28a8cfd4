import { count, type Fact, share } from "#kit/facts.ts";
import type { Grouping } from "../groups.ts";
import type { ModelRow, Population } from "../populations.ts";
import { totalOf, type Weight } from "../tally.ts";

type Facts = Readonly<Record<string, Fact>>;

const weights: readonly Weight[] = ["models", "downloads"];

/** Whether the source says anything of gates. */
export function tellsGates(rows: readonly ModelRow[]): boolean {
  return rows.some(({ gated }) => gated !== null);
}

/** The first population whose source tells gates, and how many models it has; the facts are empty where none does. */
export function toldGates(populations: readonly Population[]): { told: Population | undefined; facts: Facts } {
  const told = populations.find(({ rows }) => tellsGates(rows));
  if (told === undefined) return { told, facts: {} };
  const definition = `Models whose gates are told: ${told.who}.`;
  const models = count({ value: totalOf(told.rows, "models"), unit: "models", definition, basis: told.basis });
  return { told, facts: { "gate-models": models } };
}

/** Share of models that must be asked for: of all, by size, kind of publisher, and licence; none where the source tells no gates. */
export function gateFacts(population: Population, all: readonly Grouping[]): Facts {
  const { prefix, rows, classing, who } = population;
  if (!tellsGates(rows)) return {};
  const groups = [
    ...all.flatMap(({ groups: own, of }) =>
      own.map(({ key, who: what }) => ({ key, what, keep: (row: ModelRow) => of(row) === key })),
    ),
    { key: "vendor", what: "models under a vendor's own terms", keep: (row: ModelRow) => classing(row) === "vendor" },
    {
      key: "permissive",
      what: "models under a permissive licence",
      keep: (row: ModelRow) => classing(row) === "permissive",
    },
  ];
  const found = groups.flatMap(({ key, what, keep }) =>
    totalOf(rows.filter(keep), "models") > 0
      ? [[`${prefix}gated-${key}`, gateShare(population, "models", `${what}, of ${who},`, keep)] as const]
      : [],
  );
  const large = (row: ModelRow): boolean => row.size === "above 20B" && row.reach === "many";
  return {
    [`${prefix}gated-above-20b-many`]: gateShare(
      population,
      "models",
      `much downloaded large models, of ${who},`,
      large,
    ),
    ...Object.fromEntries(weights.map((weight) => [`${prefix}gated-${weight}`, gateShare(population, weight, who)])),
    ...Object.fromEntries(found),
  };
}

/** Share of rows behind a gate; unknown gates bound it. */
export function gatedPart(rows: readonly ModelRow[], weight: Weight) {
  return {
    part: totalOf(
      rows.filter(({ gated }) => gated !== null && gated !== "none"),
      weight,
    ),
    whole: totalOf(rows, weight),
    unknown: totalOf(
      rows.filter(({ gated }) => gated === null),
      weight,
    ),
  };
}

function gateShare(
  { rows, basis, scenarios }: Population,
  weight: Weight,
  who: string,
  keep: (row: ModelRow) => boolean = () => true,
): Fact {
  const own = rows.filter(keep);
  const variants = scenarios.flatMap(({ label, rows: other }) => {
    const { part, whole } = gatedPart(other.filter(keep), weight);
    return whole > 0 && other.length < rows.length ? [{ label, value: part / whole }] : [];
  });
  return share({
    ...gatedPart(own, weight),
    n: totalOf(own, "models"),
    variants,
    definition: `Share of ${weight === "models" ? who : `downloads in 30 days of ${who}`} that must be asked for before they can be downloaded.`,
    basis,
  });
}
