import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { dist, files } from "./pages.ts";

interface Hashed {
  readonly sha256: string;
}

interface Source {
  readonly id: string;
  readonly files?: readonly Hashed[];
  readonly archives?: readonly (Hashed & { readonly members: Hashed })[];
  readonly package?: { readonly integrity: string; readonly files: readonly Hashed[] } | null;
}

const onRecord = readdirSync("data/sources").map(
  (file) => JSON.parse(readFileSync(join("data/sources", file), "utf8")) as Source,
);
const editions = files.filter((file) => /^[^/]+\/manifest\.json$/.test(file)).map((file) => file.split("/")[0] ?? "");

/** Every hash that a source is pinned by. */
function hashes({ files = [], archives = [], package: pin }: Source): string[] {
  return [
    ...[...files, ...archives, ...archives.map(({ members }) => members), ...(pin?.files ?? [])].map((it) => it.sha256),
    ...(pin ? [pin.integrity] : []),
  ];
}

describe.each(editions)("the sources of %s", (edition) => {
  const file = join(dist, edition, "sources", "index.html");
  const html = readFileSync(file, "utf8");
  const { document } = parseHTML(html);
  const manifest = JSON.parse(readFileSync(join(dist, edition, "manifest.json"), "utf8"));
  const sources: Source[] = manifest.sources;
  const released = manifest.edition.status === "released";
  const read = new Set(sources.map(({ id }) => id));

  test("the manifest has every hash of every source that is read", () => {
    expect(sources.length).toBeGreaterThan(1);
    for (const source of sources)
      expect(hashes(source)).toEqual(hashes(onRecord.find(({ id }) => id === source.id) ?? source));
  });

  test("the page has a section for each, with its hashes, or where there are too many a link to the manifest", () => {
    for (const source of sources) {
      const section = document.getElementById(source.id)?.closest("section");
      const all = hashes(source);
      const shown = all.filter((hash) => section?.innerHTML.includes(hash));
      expect(shown.length, source.id).toBe((source.files ?? []).length > 60 ? 0 : all.length);
      if (shown.length === 0) expect(section?.querySelector('a[href$="manifest.json"]'), source.id).not.toBeNull();
    }
  });

  test("the other sources on record stand apart, and after them; none with a released edition", () => {
    const others = released ? [] : onRecord.map(({ id }) => id).filter((id) => !read.has(id));
    const apart = document.getElementById("on-record")?.closest("section");
    expect([...(apart?.querySelectorAll("details") ?? [])].map(({ id }) => id).sort()).toEqual(others.sort());
    if (others.length > 0) expect([...document.querySelectorAll("section.source")].at(-1)).toBe(apart);
  });

  test("the page stays light", () => expect(statSync(file).size).toBeLessThan(100_000));
});
