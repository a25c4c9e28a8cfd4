import { gains } from "./attention/gains.ts";
import { leading } from "./attention/leading.ts";
import { perLike } from "./attention/per-like.ts";
import { builders } from "./builders.ts";
import { shelf } from "./columns.ts";
import { concentration } from "./concentration.ts";
import { datasetsAndPapers } from "./datasets.ts";
import { derivatives } from "./derivatives.ts";
import type { Statistics } from "./facts.ts";
import { independents } from "./independents.ts";
import { lifetimes } from "./lifetimes.ts";
import { lineage } from "./lineage.ts";
import { models } from "./models.ts";
import { openness } from "./openness.ts";
import { repositories } from "./repositories.ts";
import { robotics } from "./robotics.ts";
import { scale } from "./scale.ts";
import { science } from "./science.ts";
import { sizes } from "./sizes.ts";
import { sovereignty } from "./sovereignty.ts";
import { topModels } from "./top-models.ts";
import { totals } from "./totals.ts";
import { windows } from "./windows.ts";

/** What statistics need to know of a Hub beside its rows. */
export interface About {
  /** Models that there will ever be; their numbers are less. */
  readonly capacity: number;
  /** Whether some snapshot has no `_id`. */
  readonly names: boolean;
  /** Whether a model may be among the most downloaded. */
  readonly mayLead: (index: number) => boolean;
  /** Number of the newest snapshot. */
  readonly last: number;
  /** Id of a model in the snapshot that is told. */
  readonly id: (index: number) => string;
}

/** Every statistic of a Hub, in the order in which they are told of a row. */
export function statistics({ capacity, names, mayLead, last, id }: About): Statistics[] {
  const listed = shelf(capacity);
  return [
    listed,
    totals(),
    repositories(),
    models(),
    derivatives(),
    datasetsAndPapers(),
    windows(capacity, names),
    sovereignty(capacity, names),
    topModels(mayLead),
    scale(last),
    robotics(last),
    science(last),
    independents(),
    openness(),
    builders(),
    lineage(),
    leading(listed, id),
    gains(listed, capacity, names, id),
    perLike(),
    concentration(listed, capacity),
    sizes(),
    lifetimes(names),
  ];
}
