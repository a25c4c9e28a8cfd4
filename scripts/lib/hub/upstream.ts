import { type Commit, commitOf, lastCommitOn, timed } from "./commit.ts";
import { type Copies, copies, type Wanted } from "./copies.ts";
import { HubError } from "./error.ts";
import { filesIn, type RemoteFile } from "./files.ts";
import type { Hub } from "./hub.ts";
import { type Tree, treeOf } from "./tree.ts";

/** A snapshot as the Hub has it. */
export interface Upstream {
  /** Source that it belongs to. */
  readonly series: string;
  readonly repository: string;
  /**
   * The commit that brought the newest of the files: that of a later pull too, however often the branch moved on. Where
   * the Hub does not say which it was, the commit that the branch stood for.
   */
  readonly commit: Commit;
  readonly label: string;
  readonly files: readonly RemoteFile[];
}

/** Finds a snapshot: the branch becomes a commit first, and everything is read at that. Throws a `HubError`. */
export async function findUpstream(hub: Hub, wanted: Wanted): Promise<Upstream> {
  return wanted.source === "weekly" ? await weekly(hub, wanted.date) : await daily(hub, wanted);
}

async function weekly(hub: Hub, label: string): Promise<Upstream> {
  const { series, repository, place } = copies.weekly;
  const head = await commitOf(hub, repository, "main");
  const tree = treeOf(hub, repository, head);
  await labelled(tree, repository, label);
  const files = await filesIn(tree, `${repository}, revision ${head}`, (table) => place(table, label));
  const commit = newest(files) ?? (await timed(hub, repository, head));
  return { series, repository, commit, label, files };
}

async function daily(hub: Hub, wanted: Exclude<Wanted, { source: "weekly" }>): Promise<Upstream> {
  const { series, repository, place }: Copies = copies.daily;
  const head =
    "revision" in wanted
      ? await timed(hub, repository, await commitOf(hub, repository, wanted.revision))
      : await lastCommitOn(hub, repository, wanted.date);
  const tree = treeOf(hub, repository, head.id);
  const files = await filesIn(tree, `${repository}, revision ${head.id}`, (table) => place(table, ""));
  const commit = newest(files) ?? head;
  return { series, repository, commit, label: commit.at.slice(0, 10), files };
}

function newest(files: readonly RemoteFile[]): Commit | null {
  const commits = files.map(({ commit }) => commit);
  if (commits.includes(null)) return null;
  return commits.reduce((last, one) => (last === null || (one && one.at > last.at) ? one : last), null);
}

/** Labels of the weekly copies, first to last. */
export async function labelsOf(tree: Tree): Promise<string[]> {
  return (await tree.names("models")).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
}

async function labelled(tree: Tree, repository: string, label: string): Promise<void> {
  const labels = await labelsOf(tree);
  if (labels.includes(label)) return;
  const near = [labels.findLast((one) => one < label), labels.find((one) => one > label)].filter(Boolean);
  const detail =
    near.length > 0
      ? `has no such week; the nearest ${near.length > 1 ? "are" : "is"} ${near.join(" and ")}`
      : "has no weeks";
  throw new HubError(
    `${repository}, week ${label}`,
    "file",
    detail,
    `ask for ${near.join(" or ") || "another source"}`,
  );
}
