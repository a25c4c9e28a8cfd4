import { afterAll, beforeAll, expect, test } from "vitest";
import { type Visitor, visitor } from "../support/visit.ts";
import { chapter, dist } from "./pages.ts";

let browser: Visitor;
const visit: Visitor["visit"] = (path, options, look) => browser.visit(path, options, look);

beforeAll(async () => {
  browser = await visitor(dist);
});

afterAll(async () => await browser?.close());

test("a chapter is complete without JavaScript", async () => {
  const { seen } = await visit(chapter, { javaScriptEnabled: false }, async (page) => ({
    figures: await page.locator("figure").count(),
    drawn: await page.locator("figure svg:visible").count(),
    tables: await page.locator("figure table").count(),
    marks: await Promise.all(
      (await page.locator("figure svg:visible").all()).map((svg) => svg.locator("path, circle, rect").count()),
    ),
  }));
  expect(seen.figures).toBeGreaterThanOrEqual(6);
  expect(seen.drawn).toBe(seen.figures);
  expect(seen.tables).toBe(seen.figures);
  expect(Math.min(...seen.marks)).toBeGreaterThan(0);
});

test("a number leads to its fact, without JavaScript", async () => {
  const { seen } = await visit(chapter, { javaScriptEnabled: false }, async (page) => {
    const link = page.locator("main a[href^='#n-']").first();
    const target = (await link.getAttribute("href")) ?? "";
    await link.click();
    return page.locator(`[id="${target.slice(1)}"]`).innerText();
  });
  expect(seen).toMatch(/2025/);
});

test.each([
  [360, false],
  [768, true],
  [1440, true],
] as const)("the list of a page's parts at %i px: open is %s", async (width, open) => {
  const { seen } = await visit(chapter, { viewport: { width, height: 800 }, javaScriptEnabled: false }, (page) =>
    page.locator(".contents li").first().isVisible(),
  );
  expect(seen).toBe(open);
});

test("a picture is described once, in words that are there while its table is folded", async () => {
  const { seen } = await visit(chapter, {}, (page) =>
    page.locator("figure svg:visible").evaluateAll((pictures) =>
      pictures.map((picture) => {
        const words = document.getElementById(picture.getAttribute("aria-describedby") ?? "");
        const said = words?.textContent ?? "";
        const copies = (picture.closest("figure")?.textContent ?? "").split(said).length - 1;
        return { copies, folded: words?.closest("details") !== null, long: said.length > 60 };
      }),
    ),
  );
  for (const picture of seen) expect(picture).toEqual({ copies: 1, folded: false, long: true });
});
