export { crawlClasses, listClasses } from "./tables/classes.ts";
export { gainers, gainRanks } from "./tables/gains.ts";
export { crawlLeading, listLeading } from "./tables/leading.ts";
export { crawlPerLike, listPerLike } from "./tables/per-like.ts";
export { crawlRanks, listRanks } from "./tables/ranks.ts";
