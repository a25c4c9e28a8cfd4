export { likesAndDownloads } from "./figures/cloud.ts";
export { overlapByDepth } from "./figures/depth.ts";
export { gainers } from "./figures/gainers.ts";
export { likedAndUsed } from "./figures/leaders.ts";
export { threeMeasures } from "./figures/measures.ts";
export { downloadsPerLike } from "./figures/ratios.ts";
