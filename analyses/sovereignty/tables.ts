export { curatedModels } from "./tables/curated-models.ts";
export { ownerDownloads } from "./tables/owner-downloads.ts";
export { topModels } from "./tables/top-models.ts";
