export { familyCrawls } from "./tables/family-crawls.ts";
export { familyDerivatives } from "./tables/family-derivatives.ts";
export { familyLicences } from "./tables/family-licences.ts";
export { familyModels } from "./tables/family-models.ts";
export { familyPrices } from "./tables/family-prices.ts";
