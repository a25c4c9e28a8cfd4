import { snapshotFiles } from "./hub/files.ts";
import { hubLoaders } from "./hub/loaders.ts";

/** The complete Hub: weekly or daily snapshots that passed their gates. */
export default hubLoaders("hub", snapshotFiles);
