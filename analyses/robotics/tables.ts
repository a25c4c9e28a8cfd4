export { categoryMonths } from "./tables/category-months.ts";
export { modelTasks } from "./tables/model-tasks.ts";
export { roboticsLibraries } from "./tables/robotics-libraries.ts";
export { roboticsNamespaces } from "./tables/robotics-namespaces.ts";
