import { type Basis, narrow } from "#kit/coverage.ts";
import type { Row } from "#loaders/schema/table.ts";
import { robotics } from "./tables/standings.ts";
import type { modelTasks, roboticsLibraries, roboticsNamespaces } from "./tables.ts";

/** Models that name one task, with other signs of robotics. */
export type TaskRow = Row<typeof modelTasks>;

/** Models for robotics of one library. */
export type LibraryRow = Row<typeof roboticsLibraries>;

/** Namespaces with one number of models for robotics. */
export type NamespaceRow = Row<typeof roboticsNamespaces>;

/** The population of models that the chapter speaks of: recent ones, or those of the whole Hub. */
export interface Population {
  readonly source: string;
  readonly rows: readonly TaskRow[];
  readonly libraries: readonly LibraryRow[];
  readonly namespaces: readonly NamespaceRow[];
  readonly basis: Basis;
  /** "models that HF//RADAR follows", as a sentence has it. */
  readonly who: string;
  /** "recent" or "Hub", before "models". */
  readonly short: string;
}

/** Names of the lists, by source. */
const lists: Readonly<Record<string, string>> = {
  radar: "models that HF//RADAR follows, mostly created in August 2026",
  "hub-stats-sample": "models that public evaluations name",
};

interface Tables {
  readonly tasks: { readonly rows: readonly TaskRow[]; readonly basis: Basis };
  readonly libraries: readonly LibraryRow[];
  readonly namespaces: readonly NamespaceRow[];
}

/** The rows of one source, with the basis that facts about it have. */
export function populationOf(source: string, { tasks, libraries, namespaces }: Tables): Population {
  const of = <R extends { readonly source: string }>(rows: readonly R[]): R[] =>
    rows.filter((row) => row.source === source);
  const rows = of(tasks.rows);
  const { complete } = tasks.basis;
  const asOf = rows[0]?.observed_on ?? tasks.basis.asOf;
  const who = complete ? "models of the Hub" : (lists[source] ?? source);
  const own = complete
    ? narrow(tasks.basis, { asOf })
    : { ...narrow(tasks.basis, { population: who, asOf }), sources: [source] };
  return {
    ...{ source, rows, libraries: of(libraries), namespaces: of(namespaces), basis: own, who },
    short: complete ? "Hub" : "recent",
  };
}

/** One way to say which models are for robotics, and which rows count at all. */
export interface Way {
  readonly label: string;
  readonly counts: (row: TaskRow) => boolean;
  readonly robotic: (row: TaskRow) => boolean;
}

/** Models that name robotics as their task. */
export const byTask = ({ task }: TaskRow): boolean => task === robotics;

/** Every other way to count, of those that leave any model out or take another in. */
export const ways: readonly Way[] = [
  { label: "by the tag robotics instead of the task", counts: () => true, robotic: ({ tagged }) => tagged },
  { label: "models of the newest month alone", counts: ({ newest_month: newest }) => newest, robotic: byTask },
  { label: "removed models left out", counts: ({ removed }) => !removed, robotic: byTask },
  { label: "models that name a task alone", counts: ({ task }) => task !== null, robotic: byTask },
];

/** Sum of one count of rows. */
export function total(rows: readonly TaskRow[], of: keyof Counts): number {
  return rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);
}

type Counts = Pick<TaskRow, "models" | "downloads_30d" | "unused" | "naming" | "naming_own">;
