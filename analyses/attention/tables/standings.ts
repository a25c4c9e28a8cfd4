export { crawls, hubModels as hub, lists } from "#kit/standings.ts";
