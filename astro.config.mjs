import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

/** `SITE_URL` and `SITE_BASE` are set where the report is published; a local build needs neither. */
export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  output: "static",
  cacheDir: "./.cache/astro",
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  base: process.env.SITE_BASE ?? "/",
  trailingSlash: "always",
  compressHTML: true,
  integrations: [mdx()],
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never" },
  vite: { build: { assetsInlineLimit: 0, rolldownOptions: { onwarn } } },
});

/** Passes on what the bundler warns of, but for a directive that Astro itself writes. */
function onwarn(warning, warn) {
  if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
}
