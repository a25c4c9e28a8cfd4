export { biologyAccess } from "./figures/biology-access.ts";
export { scienceDomains } from "./figures/domains.ts";
export { sciencePrecision } from "./figures/precision.ts";
export { sciencePublishers } from "./figures/publishers.ts";
export { scienceWeight } from "./figures/weight.ts";
