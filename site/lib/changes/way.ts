import type { Stage, Way } from "#kit/changes/way.ts";
import type { Analysis } from "#kit/define.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { Comparable } from "./comparable.ts";
import { factSet, recompute } from "./recompute.ts";

/** What a build of today has: its code, and the registries as they stand. */
export interface Today {
  /** In the order in which they need each other. */
  readonly analyses: readonly Analysis[];
  readonly reference: Reference;
}

/**
 * The way from one edition to a later one.
 *
 * A draft is what today's code and registries make of its tables, so only the data lie between two drafts. From a released
 * edition the way leads over today's code, then today's registries, on its own sealed tables; to one it leads back from
 * today's registries and code.
 */
export function wayBetween(old: Comparable, now: Comparable, today: Today): Way {
  const data: Stage = { by: "data", ...madeToday(now, today) };
  const [first, ...rest] = [
    ...from(old, today),
    data,
    ...(sealed(now) ? [{ by: "code" as const, ...published(now) }] : []),
  ];
  return { old: published(old).facts, stages: [first ?? data, ...rest], mended: mended(old) };
}

/** What errata say that numbers of an edition should have been, where the wrong ones still stand in it. */
function mended({ errata }: Comparable): Way["mended"] {
  const open = errata.filter((one) => !one.mended);
  return new Map(open.map(({ analysis, fact, is }) => [`${analysis}/${fact}`, is]));
}

function from(old: Comparable, today: Today): Stage[] {
  if (!sealed(old)) return [];
  const own = { ...today, reference: old.reference };
  return [
    { by: "code", ...madeToday(old, own) },
    { by: "registries", ...madeToday(old, today) },
  ];
}

const sealed = ({ edition }: Comparable): boolean => edition.status === "released";

/** What today's code makes of the edition's tables; a draft has been computed so. */
function madeToday(report: Comparable, { analyses, reference }: Today): Omit<Stage, "by"> {
  if (!sealed(report)) return published(report);
  const { edition, chapters, ledger } = report;
  const told = chapters.map(({ analysis }) => analysis.id);
  const { failed, ...again } = recompute({ edition, told, conflicts: ledger.conflicts }, analyses, reference);
  return { facts: factSet([...again.chapters, again.claims]), failed };
}

function published({ chapters, ledger }: Comparable): Omit<Stage, "by"> {
  return { facts: factSet([...chapters, ledger.chapter]), failed: new Map() };
}
