import { valueWords } from "#kit/changes/words.ts";
import type { Fact } from "#kit/facts.ts";
import { day } from "#kit/format.ts";
import type { Problem } from "#kit/problem.ts";
import { suggest } from "#kit/suggest.ts";
import type { Errata } from "#loaders/errata.ts";
import type { Report } from "../assemble.ts";
import { inFull } from "../words.ts";
import type { Erratum } from "./types.ts";

/** What errata read of an edition. */
export type Erring = Pick<Report, "edition" | "chapters"> & { readonly ledger: Pick<Report["ledger"], "chapter"> };

/** Errata of every edition by its id, and what is wrong with their records. */
export interface ReadErrata {
  readonly of: ReadonlyMap<string, readonly Erratum[]>;
  readonly problems: readonly Problem[];
}

type Row = Errata["rows"][number];

/** A record with the line that it stands on. */
interface Placed extends Row {
  readonly line: number;
}

/**
 * Holds errata against the editions that they mend: each must name a fact of a released edition, and must begin with the
 * value that was published. Several of one fact follow each other, each from what the one before it says.
 */
export function readEach({ file, rows, lines }: Errata, editions: readonly Erring[]): ReadErrata {
  const problems: Problem[] = [];
  const placed = rows.map((row, i) => ({ ...row, line: lines[i] ?? 1 })).sort((a, b) => (a.date < b.date ? -1 : 1));
  const report = (line: number, message: string) =>
    problems.push({ file: `data/reference/${file}`, line, column: 1, message });
  const of = new Map<string, Erratum[]>();
  for (const [key, all] of Map.groupBy(placed, ({ edition, analysis, fact }) => `${edition} ${analysis}/${fact}`)) {
    const found = factOf(all[0], editions);
    const edition = key.split(" ")[0] ?? "";
    if (typeof found === "string") report(all[0]?.line ?? 1, found);
    else of.set(edition, [...(of.get(edition) ?? []), ...chained(all, found, report)]);
  }
  return { of, problems };
}

/** The published fact that an erratum mends, or why there is none. */
function factOf(row: Placed | undefined, editions: readonly Erring[]): Fact | string {
  if (row === undefined) return "names nothing";
  const edition = editions.find((one) => one.edition.id === row.edition);
  const known = editions.map((one) => one.edition.id);
  if (edition === undefined) return `erratum of no known edition "${row.edition}".${suggest(row.edition, known)}`;
  if (edition.edition.status === "draft")
    return `erratum of edition ${row.edition}, which is a draft: mend the draft itself and remove the row`;
  const chapters = [...edition.chapters, edition.ledger.chapter];
  const chapter = chapters.find(({ analysis }) => analysis.id === row.analysis);
  const ids = chapters.map(({ analysis }) => analysis.id);
  if (chapter === undefined)
    return `edition ${row.edition} has no chapter "${row.analysis}".${suggest(row.analysis, ids)}`;
  const fact = chapter.facts.get(row.fact);
  return (
    fact ??
    `chapter "${row.analysis}" of ${row.edition} has no fact "${row.fact}".${suggest(row.fact, [...chapter.facts.keys()])}`
  );
}

/** Errata of one fact, from what was first published to what it is. */
function chained(rows: readonly Placed[], fact: Fact, report: (line: number, message: string) => void): Erratum[] {
  const values = rows.map((row) => ({ ...row, was: valueOf(row.was, fact), is: valueOf(row.is, fact) }));
  for (const { line, fact: id, was, is } of values)
    if (was === null || is === null)
      report(line, `erratum of "${id}": its values are in ${fact.unit}, as ${fact.value}`);
  for (const [i, { line, fact: id, was }] of values.entries()) {
    const before = values[i - 1]?.is;
    if (before !== undefined && was !== before)
      report(line, `erratum of "${id}" says that it was ${was}, but the erratum before it says ${before}: begin there`);
  }
  const steps = [values[0]?.was, ...values.map(({ is }) => is)];
  const sealed = steps.lastIndexOf(fact.value);
  if (sealed < 0)
    report(
      values[0]?.line ?? 1,
      `erratum of "${values[0]?.fact}" says that it was ${values[0]?.was}, but the edition was published with ${fact.value}: was must be the published value`,
    );
  return values.flatMap((row, i) =>
    row.was === null || row.is === null
      ? []
      : erratumOf({ ...row, was: row.was, is: row.is, mended: i < sealed }, fact),
  );
}

/** The value that a cell holds in the terms of a fact; null where it holds none. */
function valueOf(cell: string, fact: Fact): number | string | null {
  if (typeof fact.value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

type Held = Pick<Erratum, "analysis" | "fact" | "was" | "is" | "cause" | "mended"> & { readonly date: string };

function erratumOf({ date, analysis, fact, was, is, cause, mended }: Held, { unit }: Fact): Erratum {
  const [short, other] = [was, is].map((value) => valueWords({ value, unit }));
  const blurred = short === other;
  const words = (value: number | string): string => (blurred ? inFull(value, unit) : valueWords({ value, unit }));
  return { on: date, analysis, fact, was, is, cause, mended, words: { on: day(date), was: words(was), is: words(is) } };
}
