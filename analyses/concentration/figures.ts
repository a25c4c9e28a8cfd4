export { downloadCurve } from "./figures/curve.ts";
export { leaveOut } from "./figures/leave-out.ts";
export { concentrationLevels } from "./figures/levels.ts";
export { littleUsed } from "./figures/little.ts";
export { panelTops } from "./figures/panel.ts";
export { hubSeries } from "./figures/series.ts";
export { topShares } from "./figures/top-shares.ts";
