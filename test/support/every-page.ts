import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chapters, dist, pages } from "../site/pages.ts";
import { type Look, looksOf, violationsOf, widths } from "./looks.ts";
import { type Visitor, visitor } from "./visit.ts";

/** Width from which a figure fits its page; on less it scrolls in its own box. */
const narrowest = 360;

/** What one visit to a page found. */
interface Found {
  readonly errors: readonly string[];
  readonly violations: Readonly<Record<"light" | "dark", readonly string[]>>;
  readonly looks: ReadonlyMap<number, Look>;
}

/** Tests of one half of the pages, by turns: a page is loaded once and looked at in both themes and at every width. */
export function testPages(half: 0 | 1): void {
  let browser: Visitor;
  beforeAll(async () => {
    browser = await visitor(dist);
  });
  afterAll(async () => await browser?.close());

  describe.each(pages.filter((_, i) => i % 2 === half))("%s", (path) => {
    let found: Found;
    beforeAll(async () => {
      found = await lookAt(browser, path);
    });

    test("has no error and no request to another host", () => expect(found.errors).toEqual([]));

    test.each(["light", "dark"] as const)("has no axe violation, %s theme", (theme) => {
      expect(found.violations[theme]).toEqual([]);
    });

    test.each(widths)("does not scroll sideways at %i px", (width) => {
      expect(found.looks.get(width)?.sideways).toBeLessThanOrEqual(0);
    });

    if (!chapters.includes(path)) return;

    test.each(widths)("has texts of 12 px or more in its figures, all inside, at %i px", (width) => {
      const { texts = 0, smallest = 0, outside } = found.looks.get(width) ?? {};
      expect(texts).toBeGreaterThan(10);
      expect(smallest).toBeGreaterThanOrEqual(12);
      if (width >= narrowest) expect(outside).toEqual([]);
    });
  });
}

async function lookAt({ visit }: Visitor, path: string): Promise<Found> {
  const { seen, errors } = await visit(path, { reducedMotion: "reduce" }, async (page) => ({
    violations: { light: await violationsOf(page, "light"), dark: await violationsOf(page, "dark") },
    looks: await looksOf(page),
  }));
  return { errors, ...seen };
}
