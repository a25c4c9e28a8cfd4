import { basename } from "node:path";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { parseSources, type RecordFault } from "#loaders/sources.ts";
import { problem, SourceError, type SourceProblem } from "./problem.ts";

/** Reads every source record of a folder, sorted by id; throws one `SourceError` for all records that do not parse. */
export async function readRecords(dir: string): Promise<SourceRecord[]> {
  const parsed = await parseSources(dir);
  const faults = parsed.flatMap((one) => ("faults" in one ? one.faults : []));
  if (faults.length > 0) throw new SourceError(faults.map(recordProblem));
  return parsed.flatMap((one) => ("record" in one ? [one.record] : []));
}

/** A fault of a record as a problem of its source; what concerns the licence has a rule of its own. */
export function recordProblem({ file, at, message }: RecordFault): SourceProblem {
  const rule = /^\$\.licence\b/.test(at) ? "licence" : "record";
  return problem(basename(file, ".json"), file, rule, `${at} ${message}`);
}
