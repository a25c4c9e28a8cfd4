export { labelledStrata } from "./tables/labelled-strata.ts";
export { paperLinks } from "./tables/paper-links.ts";
export { scienceDownloads } from "./tables/science-downloads.ts";
export { scienceLicences } from "./tables/science-licences.ts";
export { scienceOwners } from "./tables/science-owners.ts";
export { scienceTop } from "./tables/science-top.ts";
export { trainingAccess } from "./tables/training-access.ts";
