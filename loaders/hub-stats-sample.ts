import type { HubFiles } from "./hub/files.ts";
import { hubLoaders } from "./hub/loaders.ts";

/** One file of models, whose day is that of the newest change in it. */
const find: HubFiles = ({ record, local }) =>
  record.files.map(({ path }) => ({ table: "models", observed_on: record.last, local: local(path), path }));

/** Rows of the Hub's models that public evaluations name, in the Hub's own schema. */
export default hubLoaders("hub-stats-sample", find);
