import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launch } from "./browser.ts";
import { serve } from "./serve.ts";

/** A browser and the site that it looks at. */
export interface Visitor {
  /** Opens a page in a context of its own and looks at it; collects console errors and requests to other hosts. */
  visit<T>(
    path: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ): Promise<{ readonly seen: T; readonly errors: readonly string[] }>;
  close(): Promise<void>;
}

/** Serves a built site and starts a browser. */
export async function visitor(dist: string): Promise<Visitor> {
  const [browser, site] = await Promise.all([launch(), serve(dist)]);
  return {
    visit: (path, options, look) => visit(browser, site.url, path, options, look),
    close: async () => {
      await browser.close();
      site.close();
    },
  };
}

async function visit<T>(
  browser: Browser,
  site: string,
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => void errors.push(error.message));
  page.on("requestfailed", (request) => void errors.push(`failed: ${request.url()}`));
  page.on("request", (request) => void (request.url().startsWith(site) || errors.push(`elsewhere: ${request.url()}`)));
  await page.goto(site + path, { waitUntil: "networkidle" });
  const seen = await look(page);
  await context.close();
  return { seen, errors };
}
