export { discussionMonths } from "./tables/discussion-months.ts";
export { firstYears } from "./tables/first-years.ts";
export { hubReleaseMonths, hubReleaseSpells } from "./tables/hub-releases.ts";
export { listStays } from "./tables/list-stays.ts";
export { peakSpells } from "./tables/peak-spells.ts";
export { releaseGaps } from "./tables/release-gaps.ts";
export { releaseMonths } from "./tables/release-months.ts";
export { releaseSpells } from "./tables/release-spells.ts";
