export { acceleratorMemory } from "./figures/accelerators.ts";
export { priceChanges } from "./figures/changes.ts";
export { priceDisagreements } from "./figures/disagreements.ts";
export { priceRatios } from "./figures/ratios.ts";
export { servingCost } from "./figures/serving.ts";
export { trainingCompute } from "./figures/training.ts";
