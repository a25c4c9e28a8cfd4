import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { dist, files } from "./pages.ts";

const pictures = files.filter((file) => /^[^/]+\/figures\/[^/]+\.svg$/.test(file));
const editions = files.filter((file) => /^[^/]+\/manifest\.json$/.test(file)).map((file) => file.split("/")[0] ?? "");
const read = (file: string) => readFileSync(join(dist, file), "utf8");

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => browser?.close());

test("there are pictures to look at", () => expect(pictures.length).toBeGreaterThanOrEqual(6));

/** The machine's faces stand in for ours here, as in any viewer that does not have them. */
test.each(pictures)("no text leaves %s when it is opened on its own", async (file) => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(dist, file)).href);
  const texts = await page.evaluate(() => {
    const around = document.documentElement.getBoundingClientRect();
    return [...document.querySelectorAll("text")].map((text) => {
      const own = text.getBoundingClientRect();
      const out = Math.max(
        around.left - own.left,
        own.right - around.right,
        around.top - own.top,
        own.bottom - around.bottom,
      );
      return { words: text.textContent, out };
    });
  });
  await page.close();
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter(({ out }) => out > 0)).toEqual([]);
});

describe.each(editions)("%s", (edition) => {
  const facts = JSON.parse(read(`${edition}/facts.json`));
  const manifest = JSON.parse(read(`${edition}/manifest.json`));

  test("facts.json explains itself", () => {
    expect(facts).toMatchObject({ edition, title: expect.any(String), licence: expect.stringMatching(/[A-Z]/) });
    expect(facts.units.share).toMatch(/fraction of one/);
    const named = new Set(facts.sources.map(({ id }: { id: string }) => id));
    for (const fact of facts.facts) {
      expect(fact.text).not.toBe("");
      expect(facts.units).toHaveProperty(fact.unit);
      for (const source of fact.sources) expect(named).toContain(source);
      const [path = "", id] = fact.href.split("#");
      expect(read(`${path}index.html`)).toContain(`id="${id}"`);
    }
  });

  test("the manifest's hashes are those of the files", () => {
    const listed = [
      manifest.facts,
      manifest.claims,
      ...manifest.figures.flatMap((figure: { files: unknown[] }) => figure.files),
    ];
    expect(listed.length).toBe(2 + 3 * manifest.figures.length);
    for (const { path, sha256 } of listed)
      expect(createHash("sha256").update(read(path)).digest("hex"), path).toBe(sha256);
  });
});
