import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { dist, documents, pages } from "./pages.ts";

const { editions } = JSON.parse(readFileSync(join(dist, "editions.json"), "utf8")) as {
  editions: { id: string; title: string }[];
};
const newest = editions[0]?.id ?? "";
const file = (page: string) => join(dist, page.endsWith("/") ? `${page}index.html` : page);
const open = (page: string) => parseHTML(readFileSync(file(page), "utf8")).document;
const text = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
const own = pages.filter((page) => editions.some(({ id }) => page.startsWith(`/${id}/`)));

describe.each(own)("%s", (page) => {
  const [, edition = "", rest = ""] = /^\/([^/]+)\/(.*)$/.exec(page) ?? [];
  const document = open(page);

  test("leads to the same page of every other edition, or says what that edition lacks", () => {
    const items = [...document.querySelectorAll(".picker li")];
    expect(items).toHaveLength(editions.length < 2 ? 0 : editions.length);
    for (const item of items) {
      const link = item.querySelector("a");
      const target = editions.find(({ title }) => text(link).startsWith(title))?.id ?? "";
      const kept = existsSync(file(`/${target}/${rest}`));
      expect(link?.getAttribute("href")).toBe(kept ? `/${target}/${rest}` : `/${target}/`);
      expect(text(item.querySelector(".lacks"))).toMatch(kept ? /^$/ : /^has no /);
      expect(link?.getAttribute("aria-current") === "page").toBe(target === edition);
    }
  });

  test("says that a newer edition exists, unless it is the newest", () => {
    const banner = document.querySelector(".newer a")?.getAttribute("href") ?? null;
    const kept = existsSync(file(`/${newest}/${rest}`));
    expect(banner).toBe(edition === newest ? null : `/${newest}/${kept ? rest : ""}`);
  });
});

test("/latest/ leads on to every page of the newest edition", () => {
  const kept = own.filter((page) => page.startsWith(`/${newest}/`)).map((page) => page.replace(newest, "latest"));
  const aliases = documents.filter((page) => page.startsWith("/latest/"));
  expect([...aliases].sort()).toEqual(kept.sort());
  for (const alias of aliases) {
    const target = alias.replace("latest", newest);
    const refresh = open(alias).querySelector("meta[http-equiv=refresh]")?.getAttribute("content");
    expect([refresh, open(alias).querySelector("a")?.getAttribute("href")]).toEqual([`0; url=${target}`, target]);
  }
});

test("every edition has a page on errata, which says plainly when there is none", () => {
  for (const { id } of editions) {
    const main = open(`/${id}/errata/`).querySelector("main");
    const rows = main?.querySelectorAll(".fact-row").length ?? 0;
    expect(text(main?.querySelector(".standfirst"))).toMatch(rows === 0 ? /^There is none: / : /^\d+ errat/);
  }
});
