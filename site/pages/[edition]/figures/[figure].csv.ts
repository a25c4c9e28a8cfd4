import type { Report } from "../../../lib/assemble.ts";
import { text } from "../../../lib/downloads.ts";
import { figureTexts } from "../../../lib/files.ts";
import type { PrintedChapter, PrintedFigure } from "../../../lib/print/types.ts";
import { figurePaths } from "../../../lib/report.ts";

interface Props {
  report: Report;
  chapter: PrintedChapter;
  figure: PrintedFigure;
}

export const getStaticPaths = figurePaths;

/** A figure's rows; units and provenance stand in the JSON file of the same name. */
export function GET({ props }: { props: Props }): Response {
  return text(figureTexts.csv(props.report, props.chapter, props.figure), "text/csv");
}
