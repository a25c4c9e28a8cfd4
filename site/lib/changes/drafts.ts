import { existsSync } from "node:fs";
import { readErrata } from "#loaders/errata.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { knownUntil } from "#loaders/until.ts";
import { hasProse, proseOf } from "../code.ts";
import { readEach } from "../errata/read.ts";
import { unseal } from "../seal/unseal.ts";
import type { Comparable } from "./comparable.ts";
import { recompute } from "./recompute.ts";
import type { Today } from "./way.ts";

/** An edition to compare, and the chapters of it that could not be computed, with the reasons. */
export interface Read {
  readonly comparable: Comparable;
  readonly failed: ReadonlyMap<string, string>;
}

/** Id of the folder of the ledger's prose. */
const ledger = "_ledger";

/** A released edition as it was sealed, a draft as today's code makes it, whether or not its prose holds already. */
export async function readToCompare(edition: Edition, today: Today): Promise<Read> {
  if (edition.status === "draft") return draft(edition, today);
  const report = unseal(edition);
  const { of } = readEach(await readErrata("data/reference"), [report]);
  return { comparable: { ...report, errata: of.get(edition.id) ?? [] }, failed: new Map() };
}

function draft(edition: Edition, { analyses, reference }: Today): Read {
  const told = analyses.filter(({ id }) => hasProse(id, edition.id)).map(({ id }) => id);
  const conflicts = existsSync(proseOf(ledger, edition.id));
  const { chapters, claims, failed } = recompute({ edition, told, conflicts }, analyses, reference);
  const known = knownUntil(edition, reference).reference;
  return {
    comparable: { edition, chapters, ledger: { conflicts, chapter: claims }, reference: known, errata: [] },
    failed,
  };
}
