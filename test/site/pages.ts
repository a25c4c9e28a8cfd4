import { readdirSync } from "node:fs";
import { inject } from "vitest";

/** Folder of the built site. */
export const dist = inject("dist");

/** Paths of all files of the built site, `/`-separated. */
export const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

/** Addresses of all pages. */
export const pages = files
  .filter((file) => file.endsWith(".html"))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);

/** The chapter that the tests look at most closely. */
export const chapter = "/2026-autumn/sovereignty/";
