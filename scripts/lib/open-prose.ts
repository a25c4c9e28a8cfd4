import { relative } from "node:path";
import type { AstroInlineConfig } from "astro";
import type { Report } from "#site/lib/assemble.ts";
import { markOpen } from "#site/lib/open.ts";

/** Settings of a build that marks in the prose of drafts what their numbers do not bear. */
export function openProse(reports: readonly Pick<Report, "open">[], root: string): AstroInlineConfig {
  const open = reports.map((report) => report.open);
  const transform = (text: string, id: string): string | null => {
    const file = relative(root, id).replaceAll("\\", "/");
    const own = open.find((one) => one.some((problem) => problem.file === file));
    return own === undefined ? null : markOpen(file, text, own);
  };
  return { vite: { plugins: [{ name: "open-prose", enforce: "pre", transform }] } };
}
