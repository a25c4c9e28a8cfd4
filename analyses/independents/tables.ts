export { dailyAccounts } from "./tables/daily-accounts.ts";
export { dailyHoles } from "./tables/daily-holes.ts";
export { derivedOwners, lineageOwners } from "./tables/derived-owners.ts";
export { followedOwners } from "./tables/followed-owners.ts";
export { listedOwners } from "./tables/listed-owners.ts";
