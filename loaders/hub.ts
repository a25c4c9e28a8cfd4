import { snapshotFiles } from "./hub/files.ts";
import { hubLoaders } from "./hub/loaders.ts";

/** The complete Hub: weekly snapshots that passed their gates; the daily ones are a series of their own. */
export default hubLoaders("hub", snapshotFiles);
