export { categories } from "./figures/categories.ts";
export { publishedPoints } from "./figures/points.ts";
export { ownDatasets, taskWeight } from "./figures/tasks.ts";
