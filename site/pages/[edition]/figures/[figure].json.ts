import type { Chapter } from "#kit/evaluate.ts";
import type { Told } from "#kit/tell.ts";
import type { Report } from "../../../lib/assemble.ts";
import { figureFile, json } from "../../../lib/downloads.ts";
import { figurePaths } from "../../../lib/report.ts";

export const getStaticPaths = figurePaths;

/** A figure's rows with their units, population, sources and licence. */
export function GET({ props }: { props: { report: Report; chapter: Chapter; told: Told } }): Response {
  return json(figureFile(props.report, props.chapter, props.told));
}
