import type { Report } from "./assemble.ts";

const key = Symbol.for("state-of-open-source.reports");

/** Where reports wait for a build in the same process, whose modules are loaded anew. */
const held = globalThis as { [key]?: readonly Report[] };

/** Gives reports to builds of the site in this process, so that they need not be computed once more. */
export function give(reports: readonly Report[]): void {
  held[key] = reports;
}

/** The reports that this process has computed already; undefined where the build is on its own, as while one writes. */
export function given(): readonly Report[] | undefined {
  return held[key];
}
