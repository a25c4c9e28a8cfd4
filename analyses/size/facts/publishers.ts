import type { Basis } from "#kit/coverage.ts";
import { type Fact, share } from "#kit/facts.ts";
import { shareBounds } from "#kit/stats/shares.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { bands } from "../bands.ts";
import { largePart, type OwnerRow, publishers } from "../publishers.ts";

const large = bands.at(-1)?.who ?? "";

/** How much of the downloads of each publisher goes to large models; none where it has no download of a known size. */
export function publisherFacts(
  prefix: "" | "recent-",
  rows: readonly OwnerRow[],
  basis: Basis,
  reference: Pick<Reference, "owners">,
): Readonly<Record<string, Fact>> {
  const all = publishers.flatMap((publisher) => {
    const { part, known, whole, models } = largePart(rows, publisher, reference);
    if (known === 0) return [];
    const fact = share({
      ...{ part, whole: known, unknown: 0, n: models, basis },
      definition: `Part of the downloads in 30 days of models of ${publisher.name}, where sizes are known, that goes to models ${large}; the bounds are over all of its models that are listed.`,
    });
    return [
      [`${prefix}large-of-${publisher.id}`, { ...fact, bounds: shareBounds(part, whole, whole - known) }] as const,
    ];
  });
  return Object.fromEntries(all);
}
