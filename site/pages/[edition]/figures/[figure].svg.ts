import { standalone } from "#kit/draw/standalone.ts";
import type { Told } from "#kit/tell.ts";
import type { Report } from "../../../lib/assemble.ts";
import { named } from "../../../lib/cite.ts";
import { text } from "../../../lib/downloads.ts";
import { figurePaths } from "../../../lib/report.ts";
import { sourceLine } from "../../../lib/source-line.ts";

export const getStaticPaths = figurePaths;

/** A figure as a picture that stands alone. */
export function GET({ props }: { props: { report: Report; told: Told } }): Response {
  const { report, told } = props;
  return text(
    standalone(told, `${sourceLine(report, told)} State of Open Source, ${named(report.edition)}.`),
    "image/svg+xml",
  );
}
