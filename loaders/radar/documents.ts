import { type LocalSource, literal } from "../schema/loader.ts";

const archive = "radar-huggingface-dataset.tar.gz";

/** Fields of a document that are read: the web pages that were quoted about a model are not. */
const fields = {
  id: "VARCHAR",
  created_at: "TIMESTAMP",
  updated_at: "TIMESTAMP",
  license: "VARCHAR",
  pipeline_tag: "VARCHAR",
  library: "VARCHAR",
  tags: "VARCHAR[]",
  likes: "BIGINT",
  downloads_30d: "BIGINT",
  parameters: "DOUBLE",
  base_model: "VARCHAR",
  gated: "BOOLEAN",
  removed: "BOOLEAN",
} as const;

/** Query for the documents of the archive, one row each; only `data/{author}/{model}.json` is a document. */
export function documents({ members }: LocalSource): string {
  const paths = members(archive).flatMap(({ path, local }) =>
    local !== null && /^data\/[^/]+\/[^/]+\.json$/.test(path) ? [literal(local)] : [],
  );
  const columns = Object.entries(fields).map(([name, type]) => `${name}: '${type}'`);
  return `SELECT * FROM read_json([${paths.join(", ")}], format = 'unstructured', columns = { ${columns.join(", ")} })`;
}

/**
 * Query for the documents without those that differ from another by the case of the id alone: the Hub ignores case, so
 * that both are one repository. The one that was changed last stands, then the later spelling.
 */
export function eachOnce(documents: string): string {
  return `
    SELECT * FROM (${documents})
    QUALIFY row_number() OVER (PARTITION BY lower(id) ORDER BY updated_at DESC NULLS LAST, id DESC) = 1`;
}
