export { createdBy } from "./figures/created.ts";
export { userAccounts } from "./figures/daily.ts";
export { derivedBy } from "./figures/derived.ts";
export { holdings } from "./figures/holdings.ts";
export { otherwise } from "./figures/otherwise.ts";
