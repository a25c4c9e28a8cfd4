import type { Edition } from "#loaders/schema/edition.ts";
import { type Evidenced, generatedParts } from "#loaders/schema/generated.ts";

/**
 * Why an edition cannot be released, one line each; empty when nothing stands against it.
 *
 * Generated rows stand against it for good: a record, a snapshot or a table that says so is enough.
 */
export function releasable(edition: Edition, evidence: Omit<Evidenced, "edition">): string[] {
  return generatedParts({ edition, ...evidence }).map(
    (part) => `edition ${edition.id} cannot be released: ${part}; pin observed sources and run npm run tables`,
  );
}
