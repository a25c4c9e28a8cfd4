import type { Basis } from "#kit/coverage.ts";
import { type Fact, share } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { modelProperties } from "../tables.ts";
import { totalOf, type Weight } from "../tally.ts";

type Facts = Readonly<Record<string, Fact>>;
export type PropertyRow = Row<typeof modelProperties>;

/** Formats and properties, with the words of what a model then has or does. */
export const properties = {
  safetensors: { has: "have weights in the safetensors format", keep: (row) => row.safetensors },
  gguf: { has: "have weights in the gguf format", keep: (row) => row.gguf },
  "neither-format": {
    has: "are tagged with neither format, safetensors or gguf",
    keep: (row) => !row.safetensors && !row.gguf,
  },
  "names-dataset": { has: "name a dataset that they were trained on", keep: (row) => row.names_dataset },
  "names-no-dataset": { has: "name no dataset that they were trained on", keep: (row) => !row.names_dataset },
  quantised: { has: "say that they are a quantised version of their base", keep: (row) => row.quantised },
  multimodal: { has: "have a task with more than one kind of content", keep: (row) => row.multimodal === true },
  mixture: { has: "say in their name that they are a mixture of experts", keep: (row) => row.mixture },
} as const satisfies Readonly<Record<string, { has: string; keep: (row: PropertyRow) => boolean }>>;

export type Property = keyof typeof properties;

const weights: readonly Weight[] = ["models", "downloads"];
const thresholds = [
  { label: "models with a download alone", keep: ({ reach }: PropertyRow) => reach === "some" || reach === "many" },
  { label: "models with 1,000 downloads or more", keep: ({ reach }: PropertyRow) => reach === "many" },
];

/** Share of each property in the models of a population and in their downloads. */
export function propertyFacts(prefix: string, who: string, rows: readonly PropertyRow[], basis: Basis): Facts {
  const made = (Object.keys(properties) as Property[]).flatMap((property) =>
    weights.map(
      (weight) => [`${prefix}${property}-${weight}`, propertyShare(property, weight, who, rows, basis)] as const,
    ),
  );
  return Object.fromEntries(made);
}

function propertyShare(
  property: Property,
  weight: Weight,
  who: string,
  rows: readonly PropertyRow[],
  basis: Basis,
): Fact {
  const { has, keep } = properties[property];
  const unknown = property === "multimodal" ? rows.filter((row) => row.multimodal === null) : [];
  const variants = thresholds.flatMap(({ label, keep: within }) => {
    const own = rows.filter(within);
    const whole = totalOf(own, weight);
    return whole > 0 ? [{ label, value: totalOf(own.filter(keep), weight) / whole }] : [];
  });
  return share({
    part: totalOf(rows.filter(keep), weight),
    whole: totalOf(rows, weight),
    unknown: totalOf(unknown, weight),
    n: totalOf(rows, "models"),
    variants,
    definition: `Share of ${weight === "models" ? who : `downloads in 30 days of ${who}`} that ${has}.`,
    basis,
  });
}
