import type { corrections } from "../schema/gates.ts";
import { literal } from "../schema/loader.ts";
import type { SnapshotOrigin, SnapshotTable } from "../schema/snapshot.ts";
import type { Row } from "../schema/table.ts";

type Correction = Row<typeof corrections>;

/** SQL for whether a value of a subject is the wrong one that a correction expects. */
type Expected = (sql: string, expect: string) => string;

const number: Expected = (sql, expect) => `${sql} = CAST(${literal(expect)} AS DOUBLE)`;
const day: Expected = (sql, expect) => `CAST(${sql} AS DATE) = DATE ${literal(expect)}`;

/** Subjects of rules that a corrected column of the canonical tables comes from. */
const subjects: Readonly<Record<string, { readonly names: readonly string[]; readonly is: Expected }>> = {
  downloads_30d: { names: ["downloads"], is: number },
  downloads_all_time: { names: ["downloadsAllTime"], is: number },
  likes: { names: ["likes"], is: number },
  created_on: { names: ["createdAt"], is: day },
  modified_on: { names: ["lastModified"], is: day },
  size_bytes: { names: ["mainSize"], is: number },
  parameters: { names: ["safetensors.total", "gguf.total"], is: number },
};

/** Corrections that are for one table of a snapshot. */
export function correctionsOf(origin: SnapshotOrigin, table: SnapshotTable, all: readonly Correction[]): Correction[] {
  return all.filter(
    (one) =>
      one.source === origin.source && one.table === table && (one.until === null || origin.observed_on <= one.until),
  );
}

/** SQL for the values of a subject, null where a correction replaces them when they are loaded. */
export function withoutCorrected(subject: string, sql: string, corrections: readonly Correction[]): string {
  const wrong = corrections.flatMap(({ column, repo, expect }) => {
    const known = subjects[column];
    return known?.names.includes(subject) ? [`(id = ${literal(repo)} AND ${known.is(sql, expect)})`] : [];
  });
  return wrong.length === 0 ? sql : `CASE WHEN ${wrong.join(" OR ")} THEN NULL ELSE ${sql} END`;
}
