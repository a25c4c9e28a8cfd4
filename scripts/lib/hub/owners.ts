import { join } from "node:path";
import pMap from "p-map";
import { type Progress, silent } from "../progress.ts";
import { type AccountFile, readAccounts, writeAccounts } from "./accounts.ts";
import { HubError, hubErrorOf } from "./error.ts";
import type { Hub } from "./hub.ts";

/** What kind of account an owner is; null where the Hub knows none of that name. */
export type OwnerKind = "org" | "user" | null;

export interface OwnersOptions {
  readonly hub: Hub;
  /** Folder that keeps what the Hub said: `.cache/hub`. */
  readonly accounts: string;
  readonly progress?: Progress;
}

const batch = 100;

/**
 * The kind of each owner, by its name in lower case.
 *
 * Asks the Hub for those that were not asked for in the last 90 days (7 for names that it did not know), and keeps what
 * it says after every hundred, so that little is lost. Throws a `HubError`.
 */
export async function ownerKinds(
  names: Iterable<string>,
  { hub, accounts, progress = silent }: OwnersOptions,
): Promise<ReadonlyMap<string, OwnerKind>> {
  const path = join(accounts, `owners-${new URL(hub.endpoint).host.replace(/\W+/g, "-")}.json`);
  const wanted = [...new Map([...names].map((name) => [name.toLowerCase(), name]))];
  const known = await readAccounts(path, hub);
  const open = wanted.filter(([key]) => !known.has(key));
  progress.start(open.length);
  for (let at = 0; at < open.length; at += batch) {
    await learn(open.slice(at, at + batch), known, hub, progress);
    await writeAccounts(path, hub, known);
  }
  return new Map(wanted.map(([key]) => [key, known.get(key)?.kind ?? null]));
}

async function learn(
  names: readonly (readonly [string, string])[],
  known: AccountFile,
  hub: Hub,
  progress: Progress,
): Promise<void> {
  const ask = async ([key, name]: readonly [string, string]) => {
    known.set(key, { kind: await kindOf(name, hub), asked: hub.clock.now() });
    progress.step(name);
  };
  await pMap(names, ask, { concurrency: 8 });
}

async function kindOf(name: string, hub: Hub): Promise<OwnerKind> {
  try {
    if (await isThere("organizations", name, hub)) return "org";
    return (await isThere("users", name, hub)) ? "user" : null;
  } catch (error) {
    throw hubErrorOf(error, `account ${name}`);
  }
}

/** Whether the Hub has an overview of an account; those of the other kind, and of none, are not found. */
async function isThere(kind: "organizations" | "users", name: string, { endpoint, params }: Hub): Promise<boolean> {
  const headers = params.accessToken ? { Authorization: `Bearer ${params.accessToken}` } : {};
  const response = await params.fetch(`${endpoint}/api/${kind}/${encodeURIComponent(name)}/overview`, { headers });
  if (response.status === 404) return false;
  const about: unknown = await response.json();
  if (response.ok && isAccount(about)) return true;
  const said = JSON.stringify(about).slice(0, 160);
  throw new HubError(
    `account ${name}`,
    response.ok ? "shape" : "refused",
    `the Hub answers ${response.status}: ${said}`,
  );
}

function isAccount(about: unknown): boolean {
  return typeof about === "object" && about !== null && ("name" in about || "user" in about || "fullname" in about);
}
