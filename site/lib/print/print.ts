import project from "../../../package.json" with { type: "json" };
import type { Report } from "../assemble.ts";
import type { Computed } from "../compute.ts";
import { printTable } from "../evidence.ts";
import { printChapter } from "./chapter.ts";
import { printLedger } from "./ledger.ts";

/** Prints a computed edition: every number in words, every figure drawn. */
export function print(of: Computed): Report {
  const { edition, reference, sources, snapshots, generated, open } = of;
  const chapters = of.chapters.map((chapter) => printChapter(chapter, of));
  const ledger = printLedger(of, chapters);
  const tables = of.tables.map(printTable);
  return {
    edition,
    version: project.version,
    chapters,
    ledger,
    tables,
    reference,
    sources,
    snapshots,
    generated,
    pages: null,
    errata: [],
    open,
  };
}
