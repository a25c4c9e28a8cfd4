export { builders } from "./tables/builders.ts";
export { edges, listedEdges } from "./tables/edges.ts";
export { lineage, listed } from "./tables/lineage.ts";
