import { wholeHub } from "#kit/hub/standing.ts";
import { hubWindows } from "#kit/hub/windows.ts";
import { optional } from "#loaders/schema/evidence.ts";

/** Downloads between neighbouring snapshots of the complete Hub, all and those of models in their first year. */
export const firstYears = optional(hubWindows(wholeHub));
