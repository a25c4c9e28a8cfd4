export { acceleratorMemory, accelerators } from "./tables/accelerators.ts";
export { agreement, disagreements } from "./tables/agreement.ts";
export { priceChanges } from "./tables/changes.ts";
export { modelPrices, namedPrices, offerCounts } from "./tables/prices.ts";
export { computeByPlace, largestTrainings, trainingCompute } from "./tables/training.ts";
