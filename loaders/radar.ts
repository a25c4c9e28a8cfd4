import { baseRows } from "./radar/bases.ts";
import { documents } from "./radar/documents.ts";
import { modelRows } from "./radar/models.ts";
import { tagRows } from "./radar/tags.ts";
import { bases } from "./schema/bases.ts";
import type { Loader, LocalSource } from "./schema/loader.ts";
import { models } from "./schema/models.ts";
import type { TableSchema } from "./schema/table.ts";
import { tags } from "./schema/tags.ts";

/** The models that HF//RADAR follows, as of the record's last day: a JSON file a model. */
export default [load(models, modelRows), load(bases, baseRows), load(tags, tagRows)];

/** Makes rows of a table from the documents of the archive. */
type Rows = (documents: string, day: string) => string;

function load(table: TableSchema, rows: Rows): Loader {
  const sql = (files: LocalSource) => rows(documents(files), files.record.last);
  return { source: "radar", table, sql };
}
