import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** Folder of the built site. */
export const dist = inject("dist");

/** Paths of all files of the built site, `/`-separated. */
export const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

/** Addresses of all documents, also of those that only lead on. */
export const documents = files
  .filter((file) => file.endsWith(".html"))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);

/** Addresses of all pages that a reader stays on. */
export const pages = documents.filter((page) => !page.startsWith("/latest/"));

/** Addresses of all chapters: pages with figures. */
export const chapters = pages.filter(
  (page) => page.endsWith("/") && readFileSync(join(dist, page, "index.html"), "utf8").includes("<figure"),
);

/** Addresses of the front pages: the report's own and every edition's. */
export const fronts = pages.filter((page) => /^\/(?:[^/]+\/)?$/.test(page));

/** The chapter that the tests look at most closely. */
export const chapter = "/2026-autumn/sovereignty/";
