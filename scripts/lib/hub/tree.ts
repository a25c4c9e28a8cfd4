import { type ListFileEntry, listFiles } from "@huggingface/hub";
import type { Hub } from "./hub.ts";
import { listed } from "./question.ts";

/** Folders of a dataset repository at a commit, each listed once. */
export interface Tree {
  /** The entry of a path; null where the folder above it does not list it. */
  entry(path: string): Promise<ListFileEntry | null>;
  /** Names in a folder. */
  names(folder: string): Promise<readonly string[]>;
}

/** The tree of a dataset repository at a commit; its questions throw a `HubError`. */
export function treeOf(hub: Hub, repo: string, commit: string): Tree {
  const known = new Map<string, Promise<readonly ListFileEntry[]>>();
  const list = (path: string, expand: boolean) => {
    const key = `${expand} ${path}`;
    const found = known.get(key) ?? entriesOf(hub, { repo, commit, path, expand });
    known.set(key, found);
    return found;
  };
  const has = async (folder: string): Promise<boolean> =>
    folder === "" || ((await has(above(folder))) && (await list(above(folder), false)).some((one) => is(one, folder)));
  return {
    entry: async (path) =>
      (await has(above(path))) ? ((await list(above(path), true)).find((one) => one.path === path) ?? null) : null,
    names: async (folder) =>
      (await has(folder)) ? (await list(folder, false)).map(({ path }) => path.slice(folder.length + 1)) : [],
  };
}

function is({ type, path }: ListFileEntry, folder: string): boolean {
  return type === "directory" && path === folder;
}

function above(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

interface Folder {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  /** Whether to ask for the last commit of each entry. */
  readonly expand: boolean;
}

async function entriesOf(hub: Hub, { repo, commit, path, expand }: Folder): Promise<ListFileEntry[]> {
  const found: ListFileEntry[] = [];
  const name = { type: "dataset", name: repo } as const;
  const entries = listFiles({ ...hub.params, repo: name, revision: commit, path, expand });
  for await (const entry of listed(`files of ${repo}/${path} at ${commit}`, entries, (one) => one.path))
    found.push(entry);
  return found;
}
