import { join } from "node:path";

/** Where things are under a project root; every path in `scripts/` comes from here. */
export interface Paths {
  readonly root: string;
  readonly sources: string;
  readonly reference: string;
  readonly editions: string;
  /** Records of admitted snapshots of the Hub. */
  readonly snapshots: string;
  readonly tables: string;
  readonly analyses: string;
  readonly loaders: string;
  /** Content-addressed raw files, outside git. */
  readonly cache: string;
  /** Snapshots that were refused, outside git. */
  readonly quarantine: string;
  /** Snapshots that were pulled, to be held against the gates, outside git. */
  readonly incoming: string;
  /** Who admits to a source at the moment, outside git. */
  readonly locks: string;
  /** What the Hub said of accounts, kept for some time, outside git. */
  readonly accounts: string;
}

/** Paths under a root, which is the working directory unless said otherwise. */
export function pathsAt(root: string = process.cwd()): Paths {
  const at = (...parts: string[]) => join(root, ...parts);
  return {
    root,
    sources: at("data", "sources"),
    reference: at("data", "reference"),
    editions: at("data", "editions"),
    snapshots: at("data", "snapshots"),
    tables: at("data", "tables"),
    analyses: at("analyses"),
    loaders: at("loaders"),
    cache: at(".cache", "sources"),
    quarantine: at(".cache", "quarantine"),
    incoming: at(".cache", "incoming"),
    locks: at(".cache", "locks"),
    accounts: at(".cache", "hub"),
  };
}
