import { readdir } from "node:fs/promises";
import type { AstroInlineConfig } from "astro";

/** Builds the site into a folder, quietly, with more or other settings if given; resolves to the number of pages. */
export async function buildSite(outDir: string, config: AstroInlineConfig = {}): Promise<number> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { build } = await import("astro");
  await build({ ...config, outDir, logLevel: "warn" });
  const files = await readdir(outDir, { recursive: true });
  return files.filter((file) => file.endsWith(".html")).length;
}
