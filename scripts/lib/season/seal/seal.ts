import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "#loaders/schema/edition.ts";
import type { PrintedTable } from "#site/lib/print/types.ts";
import { type Seal, type SealedFile, tablesFolder } from "#site/lib/seal/format.ts";
import type { Packed } from "#site/lib/seal/pack.ts";
import { sha256 } from "../../declared.ts";

/** What a seal says beside the files that it names. */
export interface Sealing extends Pick<Seal, "sealed" | "because" | "code" | "before"> {
  readonly edition: Edition;
}

/** The seal of packed files and of the evidence tables where they are, sorted by path. */
export function sealOf(packed: readonly Packed[], tables: readonly PrintedTable[], about: Sealing, root: string): Seal {
  const { edition, sealed, because, code, before } = about;
  const { seal: _, ...record } = edition;
  const paths = [`${tablesFolder(edition.id)}/tables.json`, ...tables.map(({ file }) => file)];
  const files = [
    ...packed.map(({ path, class: kind, text }) => entry(path, kind, Buffer.from(text))),
    ...paths.map((path) => entry(path, "table", readFileSync(join(root, path)))),
  ];
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { format: 1, edition: { ...record, status: "released" }, sealed, because, code, before, files };
}

function entry(path: string, kind: SealedFile["class"], bytes: Uint8Array): SealedFile {
  return { path, class: kind, bytes: bytes.length, sha256: sha256(bytes) };
}
