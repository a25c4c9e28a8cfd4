import { readable } from "./column.ts";

/** Subjects of the kinds that measure something else than columns. */
const named: Readonly<Record<string, readonly string[]>> = {
  columns: ["readable", "needed", "types", "kept"],
  rows: ["rows"],
  names: ["form", "owner", "author"],
  vocabulary: ["gated"],
  monotone: ["kept", "fell", "lost", "moved"],
  drift: ["rows", "owners", "downloads", "downloadsAllTime", "likes", "tags", "nulls"],
};

/** Whether a kind of rule can measure a subject in a table: a subject that it does not know would never be applied. */
export function knownSubject(kind: string, subject: string, table: string): boolean {
  const own = named[kind];
  if (own) return own.includes(subject);
  if (subject === "observed_on" || subject === "metadata")
    return kind === (subject === "metadata" ? "origin" : "dates");
  const columns = kind === "dates" ? /^(?:floor|future) (.+)$/.exec(subject)?.[1] : subject;
  return columns?.split("+").every((column) => readable(table, column)) === true;
}
