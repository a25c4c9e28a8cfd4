import { datasetInfo, listCommits, REGEX_COMMIT_HASH } from "@huggingface/hub";
import { HubError } from "./error.ts";
import type { Hub } from "./hub.ts";
import { ask, listed } from "./question.ts";

/** A commit of a dataset repository. */
export interface Commit {
  /** 40 hexadecimal digits. */
  readonly id: string;
  /** Time in UTC, ISO 8601. */
  readonly at: string;
}

/** The commit that a branch, tag or commit stands for now; throws a `HubError` for one that is not there. */
export async function commitOf(hub: Hub, repo: string, revision: string): Promise<string> {
  const subject = { repo, revision };
  const { sha } = await ask(subject, () =>
    datasetInfo({ ...hub.params, name: repo, revision, additionalFields: ["sha"] }),
  );
  if (!REGEX_COMMIT_HASH.test(sha ?? ""))
    throw new HubError(`${repo}, revision ${revision}`, "shape", `stands for ${JSON.stringify(sha)}, no commit`);
  return sha;
}

/** Commits of a repository from a commit back, newest first; throws a `HubError` where they repeat. */
export async function* commitsFrom(hub: Hub, repo: string, commit: string): AsyncGenerator<Commit> {
  const name = { type: "dataset", name: repo } as const;
  const commits = listCommits({ ...hub.params, repo: name, revision: commit, batchSize: 1000 });
  for await (const { oid, date } of listed(`commits of ${repo}`, commits, ({ oid }) => oid))
    yield { id: oid, at: date.toISOString() };
}

/** The last commit on a day (in UTC) or before it; throws a `HubError` where the repository is younger. */
export async function lastCommitOn(hub: Hub, repo: string, day: string): Promise<Commit> {
  let first = "none";
  for await (const commit of commitsFrom(hub, repo, await commitOf(hub, repo, "main"))) {
    first = commit.at.slice(0, 10);
    if (first <= day) return commit;
  }
  throw new HubError(`${repo} on ${day}`, "revision", `has no commit that early; its first is of ${first}`);
}

/** A commit with its time. */
export async function timed(hub: Hub, repo: string, commit: string): Promise<Commit> {
  for await (const first of commitsFrom(hub, repo, commit)) return first;
  throw new HubError(`${repo}, revision ${commit}`, "revision", "has no commits");
}
