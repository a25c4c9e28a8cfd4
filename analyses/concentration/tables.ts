export { crawlTops } from "./tables/crawl-tops.ts";
export { modelDownloads } from "./tables/model-downloads.ts";
export { ownerTotals } from "./tables/owner-totals.ts";
export { crawlDownloads, partDownloads } from "./tables/part-downloads.ts";
