import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { documents as all, dist, files } from "./pages.ts";

const documents = new Map(
  all.map((page) => {
    const file = page.endsWith("/") ? `${page}index.html` : page;
    return [page, parseHTML(readFileSync(join(dist, file), "utf8")).document];
  }),
);

const paths = new Set(files.map((file) => `/${file}`));

/** Why an address of a page leads nowhere; null when it leads somewhere. */
function broken(from: string, address: string): string | null {
  if (/^(?:https?:|mailto:|data:)/.test(address)) return null;
  const url = new URL(address, `http://site${from}`);
  const page = documents.get(decodeURIComponent(url.pathname));
  if (page === undefined) return paths.has(decodeURIComponent(url.pathname)) ? null : `${from}: ${address} is no file`;
  const id = decodeURIComponent(url.hash.slice(1));
  return id === "" || page.getElementById(id) !== null ? null : `${from}: ${address} has no such id`;
}

test("every internal address leads to a file, page or id", () => {
  const faults = [...documents].flatMap(([page, document]) =>
    [...document.querySelectorAll("[href], [src]")].flatMap((element) => {
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      return broken(page, address) ?? [];
    }),
  );
  expect(faults).toEqual([]);
});

describe.each([...documents])("%s", (_page, document) => {
  test("has one h1, unique ids, a title, a language and a description", () => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(document.title).not.toBe("");
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.querySelector("meta[name=description]")?.getAttribute("content")?.length).toBeGreaterThan(40);
  });
});
