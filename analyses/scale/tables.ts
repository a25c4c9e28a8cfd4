export { busiestDays } from "./tables/busiest-days.ts";
export { created } from "./tables/created.ts";
export { totals } from "./tables/totals.ts";
