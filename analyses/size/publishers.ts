import type { Reference } from "#loaders/schema/reference.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { ownerSizes } from "./tables.ts";

export type OwnerRow = Row<typeof ownerSizes>;

/** A publisher of whose downloads a report says how much goes to large models. */
export interface Publisher {
  /** Ends the id of its fact. */
  readonly id: string;
  readonly name: string;
  /** Its group in the registry of owners. */
  readonly parent: string;
  /** Id of the published figure. */
  readonly published: string;
}

/** The publishers that the Summer report names, in its order. */
export const publishers: readonly Publisher[] = [
  { id: "moonshot", name: "Moonshot AI", parent: "Moonshot AI", published: "SUM-18" },
  { id: "deepseek", name: "DeepSeek", parent: "DeepSeek", published: "SUM-19" },
  { id: "zai", name: "Z.ai", parent: "Zhipu", published: "SUM-20" },
  { id: "nvidia", name: "NVIDIA", parent: "NVIDIA", published: "SUM-21" },
  { id: "meta", name: "Meta", parent: "Meta", published: "SUM-22" },
];

/** Downloads of a publisher: to models above 70 billion parameters, to known sizes, and to all. */
export function largePart(rows: readonly OwnerRow[], { parent }: Publisher, { owners }: Pick<Reference, "owners">) {
  const group = new Set(owners.filter((one) => one.parent === parent).map(({ owner }) => owner));
  const own = rows.filter(({ owner }) => group.has(owner));
  const downloads = (keep: (row: OwnerRow) => boolean): number =>
    own.filter(keep).reduce((sum, row) => sum + (row.downloads_30d ?? 0), 0);
  return {
    part: downloads(({ size }) => size === "above 70B"),
    known: downloads(({ size }) => size !== "unknown"),
    whole: downloads(() => true),
    models: own.reduce((sum, { models }) => sum + models, 0),
  };
}

/** The share that the Summer report gives, a fraction. */
export function publishedShare({ published }: Reference, { published: id }: Publisher): number | null {
  const found = published.find((figure) => figure.id === id);
  return found === undefined ? null : found.value / 100;
}
