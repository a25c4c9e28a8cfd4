import { label } from "#kit/format.ts";
import { type Population, type SizeRow, sized, type Weight, weigh, weightOf } from "./populations.ts";
import { believed } from "./tables/standings.ts";

/** Another way to count the same models. */
export interface Scenario {
  readonly label: string;
  readonly rows: readonly SizeRow[];
}

/** What the files themselves say. */
const inFiles: readonly (string | null)[] = ["gguf", "safetensors", "stated"];

/** Whether a size can be one: neither a stray tensor nor a joke. */
export function credible({ parameters }: SizeRow): boolean {
  return parameters === null || (parameters >= believed.least && parameters <= believed.most);
}

/** Whether a size is larger than any that is believed. */
export function excessive({ parameters }: SizeRow): boolean {
  return parameters !== null && parameters > believed.most;
}

/** Sizes that only the files state; others are then unknown. */
export function declared(rows: readonly SizeRow[]): SizeRow[] {
  return rows.map((row) => (inFiles.includes(row.parameters_from) ? row : { ...row, parameters: null }));
}

/** Every other way to count by a weight that differs. */
export function scenariosOf({ rows }: Population, weight: Weight): Scenario[] {
  const most = busiest(rows, weight);
  const all: readonly (Scenario & { readonly applies: boolean })[] = [
    {
      label: `sizes under ${label(believed.least, "parameters")} and above ${label(believed.most, "parameters")} left out`,
      rows: rows.filter(credible),
      applies: rows.some((row) => !credible(row)),
    },
    {
      label: "sizes from names and bases left out",
      rows: declared(rows),
      applies: sized(declared(rows)).length < sized(rows).length,
    },
    {
      label: "models without a download included",
      rows: rows.map((row) => ({ ...row, downloaded: true })),
      applies: weight === "models",
    },
    {
      label: "the size with the most downloads left out",
      rows: rows.filter(({ parameters }) => parameters === null || parameters !== most),
      applies: weight !== "models" && most !== null,
    },
  ];
  return all.filter(({ applies, rows: own }) => applies && weightOf(sized(own), weight) > 0);
}

/** The size whose models have the most downloads together. */
function busiest(rows: readonly SizeRow[], weight: Weight): number | null {
  const sums = new Map<number, number>();
  for (const row of sized(rows)) sums.set(row.parameters, (sums.get(row.parameters) ?? 0) + weigh(row, weight));
  const [first] = [...sums].sort(([a, x], [b, y]) => y - x || a - b);
  return first?.[0] ?? null;
}
