import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { serve } from "../support/serve.ts";
import { chapter, chapters, dist, fronts, pages } from "./pages.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(dist)]);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Runs a look at a page of that width. */
async function at<T>(
  path: string,
  width: number,
  look: (page: Page) => Promise<T>,
  media: "screen" | "print" = "screen",
) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(site.url + path, { waitUntil: "networkidle" });
  await page.emulateMedia({ media });
  const seen = await look(page);
  await page.close();
  return seen;
}

describe.each(fronts)("the front page %s", (path) => {
  test("shows the state, every number and the way into the chapters on one screen of 1440 by 900", async () => {
    const seen = await at(path, 1440, (page) =>
      page
        .locator(".state, .headlines li, .chapter-list li:first-child")
        .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom)),
    );
    expect(seen.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...seen)).toBeLessThanOrEqual(900);
  });

  test("gives each number its sentence and its evidence date", async () => {
    const rows = await at(path, 360, (page) => page.locator(".headlines li").allInnerTexts());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(6);
    for (const row of rows) expect(row).toMatch(/\d[\s\S]+Evidence to \d/);
  });
});

/** Mean number of characters in a full line of a block of text; 0 for blocks of one or two lines. */
function characters(blocks: Element[]): { text: string; mean: number }[] {
  return blocks.map((block) => {
    const style = getComputedStyle(block);
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = Math.round(range.getBoundingClientRect().height / Number.parseFloat(style.lineHeight));
    const text = (block.textContent ?? "").replace(/\s+/g, " ");
    return {
      text: text.slice(0, 60),
      mean: style.display === "block" && lines > 2.5 ? text.length / lines : 0,
    };
  });
}

test.each([768, 1440])("no line of running text has more than 90 characters at %i px", async (width) => {
  for (const path of pages) {
    const blocks = await at(path, width, (page) =>
      page.locator("main :is(p, dd):not(:has(.note))").evaluateAll(characters),
    );
    expect(
      blocks.filter(({ mean }) => mean > 90),
      path,
    ).toEqual([]);
  }
});

test("every figure has its head and its foot", async () => {
  for (const path of chapters) {
    const figures = await at(path, 1440, (page) =>
      page.locator("figure").evaluateAll((all) =>
        all.map((figure) => ({
          parts: [
            ...figure.querySelectorAll(
              ".figure-number, .figure-title, .figure-subtitle, svg, .figure-source, .figure-tools summary, .tools",
            ),
          ].length,
          links: [...figure.querySelectorAll(".tools a")].map((link) => link.firstChild?.textContent),
          source: figure.querySelector(".figure-source")?.textContent ?? "",
        })),
      ),
    );
    for (const { parts, links, source } of figures) {
      expect(parts).toBe(8);
      expect(links).toEqual(["CSV", "JSON", "SVG", "Code", "Cite"]);
      expect(source).toMatch(/^Source: .+ Population: .+ n\s=\s[\d,]+\s.+ Evidence to \d+\s\w+\s\d{4}\.$/);
    }
  }
});

test("the first column of a figure's table stays while the rest scrolls, on a phone", async () => {
  const seen = await at(chapter, 360, async (page) => {
    const details = page.locator("figure details").first();
    await details.locator("summary").click();
    return details.locator(".scroll").evaluate((box) => {
      const left = (): number => box.querySelector("tbody th")?.getBoundingClientRect().left ?? Number.NaN;
      const before = left();
      box.scrollLeft = 200;
      return { moved: Math.abs(left() - before), scrolled: box.scrollLeft };
    });
  });
  expect(seen.scrolled).toBeGreaterThan(50);
  expect(seen.moved).toBeLessThan(1);
});

test("on paper the tables stand open and the navigation is gone", async () => {
  const seen = await at(
    chapter,
    800,
    (page) =>
      page.evaluate(() => ({
        tables: [...document.querySelectorAll("figure table")].filter(
          (table) => table.getBoundingClientRect().height > 20,
        ).length,
        figures: document.querySelectorAll("figure").length,
        navigation: [...document.querySelectorAll("nav")].filter((nav) => nav.getBoundingClientRect().height > 0)
          .length,
      })),
    "print",
  );
  expect(seen.tables).toBe(seen.figures);
  expect(seen.navigation).toBe(0);
});

test("the methodology leads to what each chapter cannot know, and holds every definition", async () => {
  const path = `${chapter.replace(/[^/]+\/$/, "")}methodology/`;
  const seen = await at(path, 1440, async (page) => ({
    unknown: await page.locator("section:has(#unknown) a").count(),
    parts: await page.locator(".contents a").count(),
    defined: await page.locator("section:has(#definitions) .definitions a").count(),
    rules: await page.locator("section:has(#directions) tbody tr").count(),
  }));
  const own = chapters.filter((one) => one.startsWith(path.replace("methodology/", "")));
  const numbers = await Promise.all(own.map((one) => at(one, 1440, (page) => page.locator(".fact-row").count())));
  expect(seen.unknown).toBe(own.length);
  expect(seen.parts).toBeGreaterThanOrEqual(10);
  expect(seen.defined).toBe(numbers.reduce((sum, count) => sum + count, 0));
  expect(seen.rules).toBeGreaterThanOrEqual(10);
});
