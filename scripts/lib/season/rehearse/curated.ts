import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type SourceRecord, sourceRecord } from "#loaders/schema/source.ts";
import { cachedPath } from "../../cache.ts";
import type { Paths } from "../../paths.ts";
import { jsonText, putText } from "../../snapshots/put.ts";

/** Source of the list of language models, and the file of it that gets more names. */
export const curators = { source: "tracked-models", file: "models.csv" } as const;

/**
 * Adds the generated models that the generator's truth counts as curated to the list of the curators, in a project that
 * is a copy: without them no model of the generated Hub would be on it. The record then says that it was made up.
 */
export async function addCurated(paths: Paths, ids: readonly string[]): Promise<SourceRecord> {
  const path = join(paths.sources, `${curators.source}.json`);
  const record = sourceRecord.parse(JSON.parse(await readFile(path, "utf8")));
  const own = record.files.filter((file) => file.path === curators.file);
  const texts = await Promise.all(own.map((file) => readFile(cachedPath(paths.cache, file), "utf8")));
  const text = `${texts.join("").trimEnd()}\n${ids.map(line).join("")}`;
  const pin = { bytes: Buffer.byteLength(text), sha256: hash("sha256", text) };
  await putText(cachedPath(paths.cache, pin), text);
  const files = record.files.map((file) =>
    file.path === curators.file ? { ...file, ...pin, url: "https://generated.invalid/models.csv" } : file,
  );
  const next = sourceRecord.parse({
    ...record,
    ...{ title: `${record.title}, with names that were made up`, revision: `generated-${pin.sha256.slice(0, 12)}` },
    ...{ generated: true, faults: [...record.faults, `${ids.length} of its names were made up.`], files },
  });
  await writeFile(path, jsonText(next));
  return next;
}

function line(id: string): string {
  const [owner = "", name] = id.split("/");
  return name === undefined ? `(none),${owner},${id}\n` : `${owner},${name},${id}\n`;
}
