import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "#kit/problem.ts";
import type { Edition } from "#loaders/schema/edition.ts";
import { classes, type Seal, type SealedFile, seal, sealFolder, sealPath, tablesFolder } from "./format.ts";

/** Reads the seal of an edition; throws where there is none or it is not of the format. */
export function readSeal(edition: string, root = "."): Seal {
  return seal.parse(JSON.parse(readFileSync(`${root}/${sealPath(edition)}`, "utf8")));
}

/**
 * Everything of a released edition that is not as it was sealed, without reading what the files mean: the record against
 * the seal, the seal against the record, every file against its hash, and files that no seal knows.
 */
export function verifySeal({ seal: pinned, ...record }: Edition, root = "."): Problem[] {
  const { id } = record;
  const path = sealPath(id);
  const file = `data/editions/${id}.json`;
  if (pinned === undefined || !existsSync(`${root}/${path}`))
    return [
      whole(
        file,
        `edition ${id} is released and has no seal: make it a draft again, then npm run season -- release ${id}`,
      ),
    ];
  const bytes = readFileSync(`${root}/${path}`);
  if (hashOf(bytes) !== pinned) return [whole(path, `is not the seal that ${file} names by its hash: ${restore(id)}`)];
  const { data: found, error } = seal.safeParse(JSON.parse(bytes.toString()));
  if (!found) return [whole(path, `is no seal of a format that this code knows: ${error.issues[0]?.message}`)];
  const changed = isDeepStrictEqual(found.edition, record)
    ? []
    : [whole(file, `the record of a released edition was changed: ${restore(id)}`)];
  const kept = sealsBefore(found, id, root);
  const faults = found.files.flatMap((one) => fileFaults({ ...one, what: `the ${classes[one.class]}` }, id, root));
  return [...changed, ...kept, ...faults, ...unknownFiles(found, root)];
}

/** Seals that were kept, each named with its hash by the one after it. */
function sealsBefore({ before }: Pick<Seal, "before">, id: string, root: string): Problem[] {
  if (before === null) return [];
  const faults = fileFaults({ ...before, what: "the seal before" }, id, root);
  if (faults.length > 0) return faults;
  return sealsBefore(seal.parse(JSON.parse(readFileSync(`${root}/${before.path}`, "utf8"))), id, root);
}

interface Pinned extends Pick<SealedFile, "path" | "sha256"> {
  /** What it holds, as errors name it. */
  readonly what: string;
}

function fileFaults({ path, sha256, what }: Pinned, id: string, root: string): Problem[] {
  const missing = !existsSync(`${root}/${path}`);
  if (missing) return [whole(path, `${what} of released edition ${id} is missing: ${restore(id)}`)];
  if (hashOf(readFileSync(`${root}/${path}`)) === sha256) return [];
  return [whole(path, `${what} of released edition ${id} is not as it was sealed: ${restore(id)}`)];
}

/** Files among the sealed ones that the seal does not name. */
function unknownFiles({ edition, before, files }: Seal, root: string): Problem[] {
  const known = new Set([sealPath(edition.id), ...files.map(({ path }) => path)]);
  const paths = [sealFolder(edition.id), tablesFolder(edition.id)].flatMap((folder) => filesIn(folder, root));
  const seals = before === null ? "" : `${sealFolder(edition.id)}/seals/`;
  return paths
    .filter((path) => !known.has(path) && (seals === "" || !path.startsWith(seals)))
    .map((path) => whole(path, `lies among the sealed files of ${edition.id} and is not sealed: remove it`));
}

function filesIn(folder: string, root: string): string[] {
  const names = existsSync(`${root}/${folder}`)
    ? readdirSync(`${root}/${folder}`, { recursive: true, encoding: "utf8" })
    : [];
  const paths = names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return paths.filter((path) => statSync(`${root}/${path}`).isFile()).sort();
}

function restore(id: string): string {
  return `restore it from git, or seal again with a reason: npm run season -- release ${id} --again --because "..."`;
}

function whole(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
