import { existsSync, globSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Analysis } from "#kit/define.ts";
import type { Problem } from "#kit/problem.ts";
import { suggest } from "#kit/suggest.ts";
import type { Edition } from "#loaders/schema/edition.ts";

const whole = (file: string, message: string): Problem => ({ file, line: 1, column: 1, message });

/** Chapters that would vanish without a word: ids that are not their folder's name, prose without analysis or edition. */
export function orphans(analyses: readonly Analysis[], editions: readonly Edition[]): Problem[] {
  const ids = analyses.map(({ id }) => id);
  const known = editions.map(({ id }) => id);
  const misnamed = ids
    .filter((id) => !existsSync(`analyses/${id}/analysis.ts`))
    .map((id) =>
      whole("analyses", `analysis "${id}" is not in a folder of that name: its id must be its folder's name`),
    );
  const prose = globSync("analyses/[!_]*/*.mdx").map((file) => file.replaceAll("\\", "/"));
  const lost = prose.sort().flatMap((file) => {
    const [analysis, edition] = [basename(dirname(file)), basename(file, ".mdx")];
    return [
      ...(ids.includes(analysis)
        ? []
        : [whole(file, `no analysis "${analysis}" computes it.${suggest(analysis, ids)}`)]),
      ...(known.includes(edition) ? [] : [whole(file, `no edition "${edition}".${suggest(edition, known)}`)]),
    ];
  });
  const drafts = editions.filter(({ status }) => status === "draft").map(({ id }) => id);
  const empty = drafts.filter((id) => !prose.some((file) => basename(file, ".mdx") === id));
  return [...misnamed, ...lost, ...empty.map((id) => whole(`data/editions/${id}.json`, "no chapter has prose for it"))];
}
