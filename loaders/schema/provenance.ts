import { z } from "zod";

/** What an evidence table says about itself, in the metadata of its Arrow schema. */
export const provenance = z.strictObject({
  table: z.string(),
  /** One sentence that says what a row is. */
  doc: z.string(),
  key: z.array(z.string()),
  edition: z.string(),
  analysis: z.string(),
  sources: z.array(z.strictObject({ id: z.string(), revision: z.string(), licence: z.string().nullable() })),
  /** SPDX expression that follows from the sources. */
  licence: z.string(),
  population: z.string(),
  /** Whether the population is the whole Hub. */
  complete: z.boolean(),
  /** True where rows were made up, to test or to rehearse; left out where all were observed. */
  generated: z.literal(true).optional(),
  /** First and last day of the evidence. */
  first: z.iso.date(),
  last: z.iso.date(),
  /** Hash of the query, without regard to indentation. */
  sql_sha256: z.string(),
  /** Hash of the rest of the declaration. */
  schema_sha256: z.string(),
});

export type Provenance = z.infer<typeof provenance>;
