import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the site that the tests look at, built for them. */
    dist: string;
  }
}

/** Builds the site once, as `npm run report` does, for all tests of the site. */
export default function setup(project: TestProject): void {
  const out = join(".cache", "builds", "test");
  execFileSync(process.execPath, ["scripts/report.ts", "--out", out], { stdio: ["ignore", "ignore", "inherit"] });
  project.provide("dist", join(process.cwd(), out));
}
