import { existsSync, readFileSync } from "node:fs";
import { inOrder } from "#kit/order.ts";
import { readReference } from "#loaders/reference.ts";
import type { Report } from "../assemble.ts";
import type { Modules } from "../compute.ts";
import { changesBetween } from "./between.ts";
import type { Changes } from "./types.ts";
import type { Today } from "./way.ts";

/** Today's code and registries. */
export async function today(modules: Modules): Promise<Today> {
  const { order } = inOrder(modules.map((module) => module.default));
  return { analyses: order, reference: await readReference("data/reference") };
}

/** The changes that were sealed with an edition; null where it has none. */
export function readSealedChanges(edition: string): Changes | null {
  const file = `data/editions/${edition}/changes.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Changes) : null;
}

/** Changes of each edition against the one before it, newest edition first; those of a released one as they were sealed. */
export function changesOfAll(reports: readonly Report[], now: Today): Changes[] {
  return reports.map((report, i) => sealed(report) ?? changesBetween(reports[i + 1] ?? null, report, now));
}

function sealed({ edition: { id, status } }: Report): Changes | null {
  return status === "released" ? readSealedChanges(id) : null;
}
