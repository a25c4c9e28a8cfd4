export { totalAndActive } from "./figures/active.ts";
export { sizeBands } from "./figures/bands.ts";
export { sizeCentres } from "./figures/centres.ts";
export { largeByPublisher } from "./figures/publishers.ts";
export { robustAverages } from "./figures/robust.ts";
