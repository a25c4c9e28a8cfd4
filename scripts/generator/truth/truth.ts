import type { Population } from "../parts/population.ts";
import { builders } from "./builders.ts";
import { datasetsAndPapers } from "./datasets.ts";
import { derivatives } from "./derivatives.ts";
import type { Statistics } from "./facts.ts";
import { independents } from "./independents.ts";
import { lineage } from "./lineage.ts";
import { models } from "./models.ts";
import { openness } from "./openness.ts";
import { repositories } from "./repositories.ts";
import { robotics } from "./robotics.ts";
import { scale } from "./scale.ts";
import { science } from "./science.ts";
import { sovereignty } from "./sovereignty.ts";
import { topModels } from "./top-models.ts";
import { totals } from "./totals.ts";
import { windows } from "./windows.ts";

/** Every statistic of a Hub; `names` says whether some snapshot has no `_id`, `last` is the number of the newest. */
export function statistics(
  of: Population,
  names: boolean,
  mayLead: (index: number) => boolean,
  last: number,
): Statistics[] {
  return [
    totals(),
    repositories(),
    models(),
    derivatives(),
    datasetsAndPapers(),
    windows(of.status.length, names),
    sovereignty(of.status.length, names),
    topModels(mayLead),
    scale(last),
    robotics(last),
    science(last),
    independents(),
    openness(),
    builders(),
    lineage(),
  ];
}
