import type { Loader } from "../schema/loader.ts";
import { basesLoader } from "./bases.ts";
import { datasetsLoader } from "./datasets.ts";
import type { HubFiles } from "./files.ts";
import { modelsLoader } from "./models.ts";
import { papersLoader } from "./papers.ts";
import { sizesLoader } from "./sizes.ts";
import { tagsLoader } from "./tags.ts";
import { windowsLoader } from "./windows.ts";

/** Every canonical table that Parquet files of the Hub give. */
export function hubLoaders(source: string, find: HubFiles): readonly Loader[] {
  return [
    modelsLoader(source, find),
    datasetsLoader(source, find),
    papersLoader(source, find),
    basesLoader(source, find),
    tagsLoader(source, find),
    sizesLoader(source, find),
    windowsLoader(source, find),
  ];
}
