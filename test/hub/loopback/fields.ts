import type { RepositoryKind, Row } from "./content.ts";
import { Refused, refusal } from "./reply.ts";

const words = (text: string): readonly string[] => text.split(/\s+/);

const common = words(
  "author cardData createdAt disabled gitalyUid lastModified likes private resourceGroup sha siblings tags trendingScore usedStorage",
);

/** Fields that `expand` may ask for. */
export const expandable: Readonly<Record<RepositoryKind, readonly string[]>> = {
  model: [
    ...common,
    ...words("baseModels childrenModelCount config downloads downloadsAllTime evalResults gated gguf inference"),
    ...words("inferenceProviderMapping library_name mask_token model-index pipeline_tag safetensors spaces"),
    ...words("transformersInfo widgetData"),
  ],
  dataset: [...common, ...words("citation description downloads downloadsAllTime gated mainSize paperswithcode_id")],
  space: [...common, ...words("datasets models region runtime sdk subdomain")],
};

const listed = words(
  "_id id likes trendingScore private downloads tags library_name pipeline_tag createdAt modelId sdk author description",
);
const full = words("author gated lastModified sha siblings disabled");

/** The fields of a row that a request asks for: `_id`, `id` and those of `expand`, else the Hub's own choice. */
export function fieldsOf(kind: RepositoryKind, url: URL, otherwise?: readonly string[]): (row: Row) => Row {
  const asked = [...url.searchParams.getAll("expand"), ...url.searchParams.getAll("expand[]")];
  const unknown = asked.filter((field) => !expandable[kind].includes(field));
  if (unknown.length > 0) throw new Refused(refusal(400, `Invalid value for expand: ${unknown.join(", ")}`));
  const usual = otherwise ?? (url.searchParams.get("full") === "true" ? [...listed, ...full] : listed);
  return asked.length > 0 ? only(["_id", "id", ...asked]) : only(usual);
}

function only(names: readonly string[]): (row: Row) => Row {
  return (row) =>
    Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const])));
}
