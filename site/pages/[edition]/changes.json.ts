import type { Report } from "../../lib/assemble.ts";
import { changesIn } from "../../lib/changes/all.ts";
import { text } from "../../lib/downloads.ts";
import { jsonText } from "../../lib/files.ts";
import { editionPaths } from "../../lib/report.ts";

export const getStaticPaths = editionPaths;

/** Every fact of the edition and of the one before it, with the cause of its change. */
export function GET({ props }: { props: { report: Report } }): Response {
  return text(jsonText(changesIn(props.report.edition.id)), "application/json");
}
