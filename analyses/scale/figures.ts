export { createdByMonth } from "./figures/created.ts";
export { doublingTimes } from "./figures/doubling.ts";
export { totalsBeside } from "./figures/totals.ts";
export { growthWindows } from "./figures/windows.ts";
