export { baseAndRoot } from "./figures/base-and-root.ts";
export { elsewhere } from "./figures/elsewhere.ts";
export { basePlaces, flows } from "./figures/places.ts";
export { ways } from "./figures/ways.ts";
