import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { realSource } from "#test/fixtures/real.ts";
import { type Described, genaiPrices, modelsDev, openRouter, type Sold } from "#test/oracles/compute-cost-offers.ts";

/** The three price lists as the oracle reads them, and the days on which they were read. */
export interface PriceLists {
  readonly "models-dev": readonly Described[];
  readonly "openrouter-list": readonly Sold[];
  readonly "genai-prices": readonly Sold[];
}

/** Reads the archive, the list and the package. */
export async function realPriceLists(): Promise<PriceLists> {
  const [dev, router] = await Promise.all(["models-dev", "openrouter-list"].map(realSource));
  const [archive] = dev?.record.archives ?? [];
  if (archive === undefined || router === undefined) throw new Error("the record of models-dev has no archive");
  const build = join(process.cwd(), "node_modules/@pydantic/genai-prices/dist/index.cjs");
  return {
    "models-dev": modelsDev(cachedPath(pathsAt().cache, archive)),
    "openrouter-list": openRouter(router.local("models.json")),
    "genai-prices": await genaiPrices(build),
  };
}

/** Day on which a list was read, as its record has it. */
export function dayOf(list: keyof PriceLists): string {
  const record = JSON.parse(readFileSync(`data/sources/${list}.json`, "utf8")) as { readonly last: string };
  return record.last;
}
