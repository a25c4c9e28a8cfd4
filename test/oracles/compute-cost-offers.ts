import { createRequire } from "node:module";
import { posix } from "node:path";
import { sharedName } from "./compute-cost-names.ts";
import { type Flat, flat, inherited, itemsAt, numberAt, textAt } from "./compute-cost-toml.ts";
import { lowest, picodollars, rawList, rawPrices } from "./price-lists.ts";
import { type Entry, tarEntries } from "./tar.ts";

/** One price of one model at one seller, read from a source file. */
export interface Sold {
  readonly provider: string;
  readonly offer: string;
  /** The name that the list gives the model. */
  readonly spelling: string;
  /** The name that all lists share, by the oracle's own rules. */
  readonly model: string;
  /** First day of the price; empty where it is not dated. */
  readonly from: string;
  /** USD per million tokens; NaN without a price. */
  readonly input: number;
  readonly output: number;
  readonly deprecated: boolean;
}

/** An offer of models.dev, with what it and the catalogue say of the model. */
export interface Described extends Sold {
  readonly catalogued: boolean;
  /** true, false or empty. */
  readonly open: string;
  /** Day of the release; empty where it is unknown. */
  readonly released: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Tokens; 0 where it is unknown. */
  readonly context: number;
}

type Entries = ReadonlyMap<string, Entry>;
interface Known {
  readonly publisher: string;
  readonly table: Flat;
}

/** Every offer in the archive of models.dev. */
export function modelsDev(archive: string): Described[] {
  const entries: Entries = new Map(tarEntries(archive).map((entry) => [entry.path, entry]));
  const [byId, byName] = catalogue(entries);
  const offers: Described[] = [];
  for (const path of entries.keys()) {
    const [, provider = "", offer = ""] = /^providers\/([^/]+)\/models\/(.+)\.toml$/.exec(path) ?? [];
    const text = contentAt(entries, path);
    if (provider === "" || text === null) continue;
    const own = flat(text);
    const base = textAt(own, "base_model");
    const names = { spelling: base || offer, model: sharedName(base || offer) };
    const known = byId.get(base) ?? byName.get(names.model);
    offers.push({ provider, offer, ...names, from: "", ...described(own, known) });
  }
  return offers;
}

function contentAt(entries: Entries, path: string): string | null {
  let at = entries.get(path);
  while (at !== undefined && at.target !== "") at = entries.get(posix.join(posix.dirname(at.path), at.target));
  return at?.text ?? null;
}

/** The catalogue by id and by shared name; a name of two publishers says nothing, of one the first id stands for it. */
function catalogue(entries: Entries): [Map<string, Known>, Map<string, Known>] {
  const byId = new Map<string, Known>();
  for (const path of [...entries.keys()].sort()) {
    const [, id = "", publisher = ""] = /^models\/(([^/]+)\/.+)\.toml$/.exec(path) ?? [];
    const text = contentAt(entries, path);
    if (id !== "" && text !== null) byId.set(id, { publisher, table: flat(text) });
  }
  const byName = new Map<string, Known>();
  const unclear = new Set<string>();
  for (const [id, known] of byId) {
    const first = byName.get(sharedName(id));
    if (first === undefined) byName.set(sharedName(id), known);
    else if (first.publisher !== known.publisher) unclear.add(sharedName(id));
  }
  for (const name of unclear) byName.delete(name);
  return [byId, byName];
}

function described(own: Flat, known: Known | undefined) {
  const file = known === undefined ? own : inherited(own, known.table);
  const day = textAt(file, "release_date").padEnd(10, "-01");
  const real = !Number.isNaN(Date.parse(day)) && !day.startsWith("1970");
  return {
    input: numberAt(file, "cost.input"),
    output: numberAt(file, "cost.output"),
    deprecated: textAt(file, "status") === "deprecated",
    catalogued: known !== undefined,
    open: (known === undefined ? "" : textAt(known.table, "open_weights")) || textAt(own, "open_weights"),
    released: real ? day : "",
    inputs: itemsAt(file, "modalities.input"),
    outputs: itemsAt(file, "modalities.output"),
    context: numberAt(file, "limit.context") || 0,
  };
}

/** Every offer on OpenRouter's list. */
export function openRouter(path: string): Sold[] {
  const usd = (price: string): number => (picodollars(price) < 0 ? Number.NaN : picodollars(price) / 1e6);
  return rawList(path).map(({ id, pricing }) => ({
    ...{ provider: "openrouter", offer: id, spelling: id, model: sharedName(id), from: "", deprecated: false },
    ...{ input: usd(pricing.prompt), output: usd(pricing.completion) },
  }));
}

/** Every price in genai-prices but those of certain hours, from its CommonJS build. */
export async function genaiPrices(build: string): Promise<Sold[]> {
  const module = createRequire(import.meta.url)(build) as { waitForUpdate(): Promise<Listed[]> };
  const gone = new Set<string>();
  for (const { id, models } of await module.waitForUpdate())
    for (const one of models) if (one.deprecated) gone.add(`${id} ${one.id}`);
  const sold: Sold[] = [];
  for (const { provider, model: offer, from, hours, prices } of await rawPrices(build)) {
    const price = { input: lowest(prices.input_mtok), output: lowest(prices.output_mtok) };
    const deprecated = gone.has(`${provider} ${offer}`);
    const names = { spelling: offer, model: sharedName(offer) };
    if (!hours) sold.push({ provider, offer, ...names, from, deprecated, ...price });
  }
  return sold;
}

interface Listed {
  readonly id: string;
  readonly models: readonly { readonly id: string; readonly deprecated?: boolean }[];
}
