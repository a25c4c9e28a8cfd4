import { wholeHub } from "#kit/hub/standing.ts";
import { hubWindows } from "#kit/hub/windows.ts";
import { optional } from "#loaders/schema/evidence.ts";

/**
 * Downloads between neighbouring snapshots of the complete Hub, all and those of models in their first year.
 *
 * With hub-release-months and hub-release-spells it is what snapshots can say of lifetimes. No table on crawls or daily
 * listings has a wider standing on the Hub: its files count no discussions (discussion-months); a monthly counter shows no
 * day of a peak, and the Hub is no list that models join or leave (peak-spells, list-stays); and older models are compared
 * namespace by namespace (release-gaps), of which the Hub has hundreds of thousands, too many for a table and not to be pooled.
 */
export const firstYears = optional(hubWindows(wholeHub));
