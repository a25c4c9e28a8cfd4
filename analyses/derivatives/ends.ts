import type { Row } from "#loaders/schema/table.ts";
import type { lineage } from "./tables.ts";

/** Derived models with the same bases and the same roots. */
export type LineageRow = Row<typeof lineage>;

/** How far back to look: at the bases that a model names, or at what those go back to. */
export type Reach = "base" | "root";

/** One model that others build on, as the evidence has it. */
export interface End {
  /** Its namespace, or one of the words that stand for namespaces without a row in the registry. */
  readonly owner: string;
  /** The family that its name states; null where it states none. */
  readonly family: string | null;
}

/** Separates the namespaces of several bases. */
const separator = "+";

/** What a row builds on, each base or root once; none where its bases go in a circle. */
export function endsOf(row: Pick<LineageRow, "bases" | "roots">, reach: Reach): readonly End[] {
  if (reach === "base") return row.bases.split(separator).map((owner) => ({ owner, family: null }));
  return row.roots?.split(separator).map(endOf) ?? [];
}

/** What a row builds on along the bases that are named first. */
export function firstOf(row: Pick<LineageRow, "first_base" | "first_root">, reach: Reach): readonly End[] {
  const owner = reach === "base" ? row.first_base : row.first_root;
  return owner === null ? [] : [{ owner, family: null }];
}

/** Whether the models of a row name several bases. */
export function several({ bases }: Pick<LineageRow, "bases">): boolean {
  return bases.includes(separator);
}

function endOf(text: string): End {
  const [owner = "", family = "-"] = text.split(" ");
  return { owner, family: family === "-" ? null : family };
}
