import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "../support/browser.ts";
import { serve } from "../support/serve.ts";
import { chapter, chapters, dist, pages } from "./pages.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve(dist)]);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Opens a page and runs a look at it; collects console errors and requests to other hosts. */
async function visit<T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  page.on("requestfailed", (request) => void errors.push(`failed: ${request.url()}`));
  page.on(
    "request",
    (request) => void (request.url().startsWith(site.url) || errors.push(`elsewhere: ${request.url()}`)),
  );
  await page.goto(site.url + path, { waitUntil: "networkidle" });
  const seen = await look(page);
  await context.close();
  return { seen, errors };
}

describe.each(pages)("%s", (path) => {
  test.each(["light", "dark"] as const)(
    "has no error, foreign request or axe violation, %s theme",
    async (colorScheme) => {
      const { seen, errors } = await visit(path, { colorScheme, reducedMotion: "reduce" }, async (page) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
      });
      expect(errors).toEqual([]);
      expect(seen).toEqual([]);
    },
  );

  test.each([320, 360, 768, 1440])("does not scroll sideways at %i px", async (width) => {
    const { seen } = await visit(path, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(seen).toBeLessThanOrEqual(0);
  });
});

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

describe.each(chapters)("figures of %s", (path) => {
  test.each([320, 360, 768, 1280, 1440])("no text is smaller than 12 px at %i px", async (width) => {
    const { seen } = await visit(path, { viewport: { width, height: 800 } }, (page) =>
      page.locator("figure svg:visible text").evaluateAll((texts) =>
        texts.map((text) => {
          const svg = (text as SVGTextElement).ownerSVGElement;
          const scale = svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        }),
      ),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(12);
  });

  test.each([360, 768, 1440])("no label leaves the page or its figure at %i px", async (width) => {
    const { seen } = await visit(path, { viewport: { width, height: 800 } }, (page) =>
      page.locator("figure svg:visible text").evaluateAll((texts) =>
        texts
          .filter((text) => {
            const [own, around] = [text.getBoundingClientRect(), text.closest("figure")?.getBoundingClientRect()];
            return around !== undefined && (own.left < around.left - 1 || own.right > around.right + 1);
          })
          .map((text) => text.textContent),
      ),
    );
    expect(seen).toEqual([]);
  });
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
