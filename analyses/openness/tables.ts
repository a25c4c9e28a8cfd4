export { accessByYear } from "./tables/access.ts";
export { accessByKind } from "./tables/access-by-kind.ts";
export { datasetCards, modelCards } from "./tables/cards.ts";
export { largeReleases } from "./tables/large-releases.ts";
export { licensedModels, recentModels } from "./tables/models.ts";
export { modelProperties, recentProperties } from "./tables/properties.ts";
