import { modelName } from "./model-name.ts";
import { readToml, type Table } from "./toml.ts";

/** A model as the catalogue describes it, whoever sells it. */
export interface Entry {
  /** Publisher and name: `openai/gpt-5.4`. */
  readonly id: string;
  readonly publisher: string;
  readonly table: Table;
}

/** The models of a catalogue by their id, and by the name that price lists share. */
export interface Catalogue {
  readonly byId: ReadonlyMap<string, Entry>;
  /**
   * One entry a name.
   *
   * Entries that differ in the day of their release alone share a name: the first id by code point stands for them,
   * which is the one without a day where there is one. A name that two publishers use says nothing and is left out.
   */
  readonly byName: ReadonlyMap<string, Entry>;
}

const place = /^models\/(([^/]+)\/.+)\.toml$/;

/** Reads the catalogue from the files below `models/`; `files` gives the local path of each path. */
export function readCatalogue(files: ReadonlyMap<string, string>): Catalogue {
  const entries = [...files].flatMap(([path, local]) => {
    const [, id, publisher] = place.exec(path) ?? [];
    return id && publisher ? [{ id, publisher, table: readToml(local) }] : [];
  });
  return { byId: new Map(entries.map((entry) => [entry.id, entry])), byName: byName(entries) };
}

function byName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const groups = Map.groupBy(entries, ({ id }) => modelName(id));
  return new Map(
    [...groups].flatMap(([name, group]) => {
      const [first, ...rest] = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return first && rest.every(({ publisher }) => publisher === first.publisher) ? [[name, first]] : [];
    }),
  );
}
