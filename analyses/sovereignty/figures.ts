export { besidePublished } from "./figures/beside.ts";
export { companyDownloads } from "./figures/companies.ts";
export { composition } from "./figures/composition.ts";
export { matchedGrowth } from "./figures/growth.ts";
export { curatedShares, panelShares } from "./figures/panel.ts";
