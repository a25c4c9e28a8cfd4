import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One committed evidence table. */
const manifestTable = z.strictObject({
  analysis: z.string(),
  name: z.string(),
  /** Place below the folder of the edition. */
  path: z.string(),
  rows: z.int(),
  bytes: z.int(),
  sha256: hash,
  /** SPDX expression that follows from the sources. */
  licence: z.string(),
  sources: z.array(z.string()),
  sql_sha256: hash,
  schema_sha256: hash,
});

/** The committed evidence tables of an edition: `data/tables/<edition>/tables.json`. */
const manifest = z.strictObject({
  edition: z.string(),
  /** Hash of the owners, renames, terms and families that were registered when the tables were made. */
  registry_sha256: hash,
  tables: z.array(manifestTable),
});

export type ManifestTable = z.infer<typeof manifestTable>;
export type Manifest = z.infer<typeof manifest>;

/** Reads the manifest of an edition; null when there is none. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(dir, "tables.json"), "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
