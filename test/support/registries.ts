import { registries } from "#loaders/reference.ts";
import type { Reference } from "#loaders/schema/reference.ts";

/** Registries with nothing in them but what a test gives. */
export function emptyReference(changes: Partial<Reference> = {}): Reference {
  const nothing = { owners: [], alternatives: [], renames: [], published: [], events: [], breaks: [] };
  return {
    ...nothing,
    specs: [],
    rents: [],
    architectures: [],
    precisions: [],
    assumptions: [],
    gates: [],
    corrections: [],
    terms: [],
    labels: [],
    licences: [],
    families: [],
    ...changes,
  };
}

/** The header of each registry's file, by the file's name: what `readReference` reads as an empty registry. */
export function emptyRegistryFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(registries).map(({ name, columns }) => [`${name}.csv`, `${Object.keys(columns).join()}\n`]),
  );
}
