import type { Analysis } from "#kit/define.ts";
import { assemble, type Report } from "./assemble.ts";
import { given } from "./given.ts";
import type { PrintedChapter, PrintedFigure, PrintedTable } from "./print/types.ts";

const modules = import.meta.glob<{ default: Analysis }>(["/analyses/*/analysis.ts", "!/analyses/_*/**"], {
  eager: true,
});

/** Reading the prose through the bundler makes an edit of it run the checks again while one writes. */
import.meta.glob("/analyses/*/*.mdx", { eager: true, query: "?raw", import: "default" });

/** Id of the edition that is being sealed; a build that seals none has none. */
const sealing = process.env.SEALING_EDITION;

/** All editions, newest first, computed or read once a build. */
export const reports: readonly Report[] = given() ?? (await assemble(Object.values(modules), { sealing }));

/** The edition that is being sealed. */
export function sealed(): Report {
  const report = reports.find(({ edition }) => edition.id === sealing);
  if (report === undefined) throw new Error(`no edition "${sealing}" to seal`);
  return report;
}

/** The edition that `/` shows. */
export function latest(): Report {
  const report = reports[0];
  if (report === undefined) throw new Error("data/editions holds no edition: add one");
  return report;
}

/** A path of one page or file of an edition, with what it is made from. */
interface Path<Params extends string, Props> {
  readonly params: Readonly<Record<Params | "edition", string>>;
  readonly props: Props & { readonly report: Report };
}

function paths<Params extends string, Props>(
  each: (report: Report) => readonly { params: Record<Params, string>; props: Props }[],
): Path<Params, Props>[] {
  return reports.flatMap((report) =>
    each(report).map(({ params, props }) => ({
      params: { ...params, edition: report.edition.id },
      props: { ...props, report },
    })),
  );
}

/** Paths of every edition. */
export const editionPaths = () => paths<never, unknown>(() => [{ params: {}, props: {} }]);

/** Paths of the editions that have prose on conflicts. */
export const conflictPaths = () => editionPaths().filter(({ props }) => props.report.ledger.conflicts);

/** Paths of every chapter. */
export const chapterPaths = () =>
  paths<"analysis", { chapter: PrintedChapter }>(({ chapters }) =>
    chapters.map((chapter) => ({ params: { analysis: chapter.analysis.id }, props: { chapter } })),
  );

/** Paths of every figure. */
export const figurePaths = () =>
  paths<"figure", { chapter: PrintedChapter; figure: PrintedFigure }>(({ chapters }) =>
    chapters.flatMap((chapter) =>
      [...chapter.figures.values()].map((figure) => ({ params: { figure: figure.id }, props: { chapter, figure } })),
    ),
  );

/** Paths of every evidence table. */
export const tablePaths = () =>
  paths<"analysis" | "table", { table: PrintedTable }>(({ tables }) =>
    tables.map((table) => ({ params: { analysis: table.analysis, table: table.schema.name }, props: { table } })),
  );
