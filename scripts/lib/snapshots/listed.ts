import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { readSnapshots } from "#loaders/snapshots.ts";
import { good, UsageError } from "../cli.ts";
import type { Paths } from "../paths.ts";
import { admittedAs } from "./series/copies.ts";

/** Source that the lists belong to. */
export const listSource = "hub-listing";

/** What the list of so many is called, in place of a repository. */
export function listName(top: number): string {
  return `listing/top-${top}`;
}

/** Throws a `UsageError` where the lists that are admitted are of another number: a series is of one. */
export async function checkTop(top: number, { snapshots }: Pick<Paths, "snapshots">): Promise<void> {
  const [first] = await readSnapshots(listSource, snapshots);
  if (!first || first.repository === listName(top)) return;
  const held = first.repository.replace(listName(0).slice(0, -1), "");
  throw new UsageError(`--top ${top}: the series ${listSource} is of the ${held} most downloaded; give --top ${held}`);
}

/** The list of a day that is admitted and pinned; null where there is none. */
export async function listedOn(day: string, paths: Paths): Promise<Snapshot | null> {
  return (await admittedAs(listSource, day, paths))?.record ?? null;
}

/** A list that is admitted, for machines. */
export function listedReport({ source, label, observed_on, generated, predecessor, repository }: Snapshot) {
  return { source, label, observed_on, generated, verdict: "admitted", predecessor, repository };
}

/** The same for people. */
export function listedLines({ source, label, part = "" }: Snapshot): string {
  return `${good("admitted")}  ${source} ${label}, before: ${part}; nothing was asked of the Hub\n`;
}
