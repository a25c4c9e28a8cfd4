import { joined } from "./engine/cells.ts";
import { collect } from "./engine/problems.ts";
import { type Catalogue, type Entry, readCatalogue } from "./offers/catalogue.ts";
import { release, repositoryOf, unsaid } from "./offers/fields.ts";
import { modelName } from "./offers/model-name.ts";
import { inherit, modelFile, readToml, resolved } from "./offers/toml.ts";
import { defineRowLoader } from "./schema/loader.ts";
import { offers } from "./schema/offers.ts";
import type { Row } from "./schema/table.ts";

const archive = "models.dev.tar.gz";
const place = /^providers\/([^/]+)\/models\/(.+)\.toml$/;

/**
 * The price list of models.dev: a TOML file an offer, and a catalogue of models beside them.
 *
 * - A link is an offer of its own with the content of the file that it leads to; a broken link makes no row.
 * - An offer inherits what it does not state from the entry that `base_model` names, or else from the entry of the same
 *   name (`modelName`): it is catalogued then. What `base_model_omit` lists is not inherited.
 * - `open_weights` is the catalogue's word where there is an entry, also against the offer's own, which
 *   `open_weights_stated` keeps. Where neither says it, it is unknown.
 * - A release in 1970 or on no day of the calendar and a context of 0 are unknown; a month is its first day, with
 *   `released_to` month.
 * - Prices are as they stand, in USD per million tokens: none is null, 0 is free. `cost.tiers` makes an offer tiered.
 * - `hugging_face_id` is the first repository of the Hub among the entry's links to weights.
 */
export const modelsDev = defineRowLoader({
  source: "models-dev",
  table: offers,
  rows: async ({ record, members }) => {
    const files = resolved(members(archive));
    const catalogue = readCatalogue(files);
    const name = ({ provider, offer }: Offer) => `providers/${provider}/models/${offer}.toml`;
    return collect("loaders/models-dev.ts", offersOf(files), name, (offer) => row(offer, catalogue, record.last));
  },
});

export default modelsDev;

interface Offer {
  readonly provider: string;
  /** Path of the file below the provider's models. */
  readonly offer: string;
  readonly local: string;
}

function offersOf(files: ReadonlyMap<string, string>): Offer[] {
  return [...files].flatMap(([path, local]) => {
    const [, provider, offer] = place.exec(path) ?? [];
    return provider && offer ? [{ provider, offer, local }] : [];
  });
}

function row({ provider, offer, local }: Offer, catalogue: Catalogue, day: string): Row<typeof offers> {
  const own = readToml(local);
  const stated = modelFile.parse(own);
  const model = modelName(stated.base_model ?? offer);
  const entry = (stated.base_model && catalogue.byId.get(stated.base_model)) || catalogue.byName.get(model);
  const file = entry ? modelFile.parse(inherit(own, entry.table, stated.base_model_omit)) : stated;
  return {
    ...unsaid,
    ...release(file.release_date),
    source: "models-dev",
    provider,
    offer,
    observed_on: day,
    model,
    publisher: entry?.publisher ?? null,
    hugging_face_id: repositoryOf(file.weights?.map(({ url }) => url) ?? []),
    catalogued: entry !== undefined,
    open_weights: openWeights(entry, stated.open_weights),
    open_weights_stated: stated.open_weights ?? null,
    input_modalities: joined(file.modalities?.input),
    output_modalities: joined(file.modalities?.output),
    context_tokens: file.limit?.context || null,
    input_usd: file.cost?.input ?? null,
    output_usd: file.cost?.output ?? null,
    tiered: file.cost?.tiers !== undefined,
    deprecated: file.status === "deprecated",
  };
}

function openWeights(entry: Entry | undefined, stated: boolean | undefined): boolean | null {
  const catalogued = entry && modelFile.parse(entry.table).open_weights;
  return catalogued ?? stated ?? null;
}
