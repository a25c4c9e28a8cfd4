import type { Reference } from "#loaders/schema/reference.ts";
import { confidences, kinds } from "#loaders/schema/vocabulary.ts";

/** One line of a count of the registry of owners. */
export interface Tally {
  readonly label: string;
  readonly owners: number;
  readonly unsourced: number;
}

type Owners = Reference["owners"];

/** Owners by how sure their classification is, surest first. */
export function byConfidence(owners: Owners): Tally[] {
  return confidences.map((label) =>
    tally(
      label,
      owners.filter(({ confidence }) => confidence === label),
    ),
  );
}

/** Owners by kind. */
export function byKind(owners: Owners): Tally[] {
  return kinds.map((label) =>
    tally(
      label,
      owners.filter(({ kind }) => kind === label),
    ),
  );
}

/** All owners of the registry. */
export function all(owners: Owners): Tally {
  return tally("all", owners);
}

function tally(label: string, owners: Owners): Tally {
  return { label, owners: owners.length, unsourced: owners.filter(({ source }) => source === "unsourced").length };
}
