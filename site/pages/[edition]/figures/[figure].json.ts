import type { Chapter } from "#kit/evaluate.ts";
import type { Told } from "#kit/tell.ts";
import type { Report } from "../../../lib/assemble.ts";
import { text } from "../../../lib/downloads.ts";
import { figureTexts } from "../../../lib/files.ts";
import { figurePaths } from "../../../lib/report.ts";

export const getStaticPaths = figurePaths;

/** A figure's rows with their units, population, sources and licence. */
export function GET({ props }: { props: { report: Report; chapter: Chapter; told: Told } }): Response {
  return text(figureTexts.json(props.report, props.chapter, props.told), "application/json");
}
