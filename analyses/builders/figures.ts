export { baseFamilies } from "./figures/families.ts";
export { rules } from "./figures/rules.ts";
export { familySizes } from "./figures/sizes.ts";
