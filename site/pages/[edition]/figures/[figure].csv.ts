import type { Told } from "#kit/tell.ts";
import { toCsv } from "#loaders/engine/csv.ts";
import { text } from "../../../lib/downloads.ts";
import { figurePaths } from "../../../lib/report.ts";

export const getStaticPaths = figurePaths;

/** A figure's rows; units and provenance stand in the JSON file of the same name. */
export function GET({ props }: { props: { told: Told } }): Response {
  const { id, figure, rows } = props.told;
  return text(toCsv(rows, { name: id, doc: "", key: [], columns: figure.columns }), "text/csv");
}
