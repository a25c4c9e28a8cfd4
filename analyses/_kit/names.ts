import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Evidence } from "./define.ts";

/** Names that prose may use, digits and all: handles and display names of owners, and names in evidence. */
export function knownNames(
  reference: Reference,
  evidence: Readonly<Record<string, Evidence<EvidenceSchema>>>,
): ReadonlySet<string> {
  const owners = reference.owners.flatMap(({ owner, display_name, parent }) => [owner, display_name, parent]);
  const renamed = reference.renames.flatMap((rename) => [rename.old, rename.new]);
  const cells = Object.values(evidence).flatMap(({ rows }) => rows.flatMap(namesIn));
  return new Set([...owners, ...renamed, ...cells].filter((name): name is string => name !== null && name !== ""));
}

/** Columns of evidence that hold names. */
const naming = ["repo", "owner", "model", "offer", "provider", "name", "largest"] as const;

function namesIn(row: Readonly<Record<string, unknown>>): (string | null)[] {
  return naming.map((column) => (typeof row[column] === "string" ? row[column] : null));
}

/** The part of a name that prose shows: a repository without its owner. */
export function shortName(name: string): string {
  return name.slice(name.indexOf("/") + 1);
}
