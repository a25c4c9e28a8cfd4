import { snapshotFiles } from "./hub/files.ts";
import { hubLoaders } from "./hub/loaders.ts";

/** The most downloaded repositories of the Hub, as its listing gave them on a day: a part of the Hub, with the kind of each owner. */
export default hubLoaders("hub-listing", snapshotFiles);
