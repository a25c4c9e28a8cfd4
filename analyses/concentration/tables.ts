export { modelDownloads } from "./tables/model-downloads.ts";
export { ownerTotals } from "./tables/owner-totals.ts";
export { partDownloads } from "./tables/part-downloads.ts";
