import { readdir } from "node:fs/promises";

/** Builds the site into a folder, quietly; resolves to the number of pages. */
export async function buildSite(outDir: string): Promise<number> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { build } = await import("astro");
  await build({ outDir, logLevel: "warn" });
  const files = await readdir(outDir, { recursive: true });
  return files.filter((file) => file.endsWith(".html")).length;
}
