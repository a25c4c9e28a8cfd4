export { afterPeaks } from "./figures/after-peaks.ts";
export { attention } from "./figures/attention.ts";
export { discussed } from "./figures/discussed.ts";
export { firstYear } from "./figures/first-year.ts";
export { kept } from "./figures/kept.ts";
export { renewal } from "./figures/renewal.ts";
