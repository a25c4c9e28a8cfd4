import { commitOf } from "../../hub/commit.ts";
import { copies, type Wanted } from "../../hub/copies.ts";
import { HubError } from "../../hub/error.ts";
import { type PullOptions, pullSnapshot } from "../../hub/pull.ts";
import { treeOf } from "../../hub/tree.ts";
import { findUpstream, labelsOf } from "../../hub/upstream.ts";
import { type Due, labelFor } from "./dues.ts";

/** A snapshot that upstream has for a day of a series. */
export interface Candidate {
  readonly label: string;
  readonly wanted: Wanted;
}

/** Where the snapshots of a series come from. */
export interface Feed {
  /** Source that they belong to. */
  readonly series: string;
  /** What stands for a day; null where upstream has nothing within the step. */
  find(due: Due): Promise<Candidate | null>;
  /** Brings it and gives its folder, as `pullSnapshot` does. */
  pull(candidate: Candidate): Promise<string>;
}

/** The weekly or daily copies of the Hub; its questions throw a `HubError`. */
export async function feedOf(source: keyof typeof copies, options: PullOptions): Promise<Feed> {
  const pull = ({ wanted }: Candidate) => pullSnapshot(wanted, options);
  const { series, repository } = copies[source];
  if (source === "daily") return { series, find: (due) => daily(due, options), pull };
  const tree = treeOf(options.hub, repository, await commitOf(options.hub, repository, "main"));
  const labels = await labelsOf(tree);
  return { series, find: async (due) => weekly(labelFor(due, labels)), pull };
}

function weekly(label: string | null): Candidate | null {
  return label === null ? null : { label, wanted: { source: "weekly", date: label } };
}

async function daily(due: Due, { hub }: PullOptions): Promise<Candidate | null> {
  const wanted = { source: "daily", date: due.day } as const;
  try {
    const { label } = await findUpstream(hub, wanted);
    return label > due.after ? { label, wanted } : null;
  } catch (error) {
    if (error instanceof HubError && error.rule === "revision") return null;
    throw error;
  }
}
