import { snapshotFiles } from "./hub/files.ts";
import { hubLoaders } from "./hub/loaders.ts";

/** The complete Hub: daily snapshots that passed their gates. */
export default hubLoaders("hub-daily", snapshotFiles);
