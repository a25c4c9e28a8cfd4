export { bothSizes } from "./tables/both.ts";
export { curatedSizes } from "./tables/curated.ts";
export { ownerSizes, recentOwnerSizes } from "./tables/owner-sizes.ts";
export { modelSizes, recentSizes } from "./tables/sizes.ts";
