export { categories } from "./figures/categories.ts";
export { ownDatasets } from "./figures/own-datasets.ts";
export { publishedPoints } from "./figures/points.ts";
export { taskWeight } from "./figures/tasks.ts";
