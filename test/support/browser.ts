import { existsSync } from "node:fs";
import { join } from "node:path";
import sparticuz, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const own = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--font-render-hinting=none",
];
const known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real Chromium: the one that `CHROMIUM` names, else npm's on Linux x64, else the system's. */
export async function launch(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: own });
  if (process.platform === "linux" && process.arch === "x64") return packed();
  const system = known.find((path) => existsSync(path));
  return system === undefined
    ? chromium.launch({ channel: "chrome" })
    : chromium.launch({ executablePath: system, args: own });
}

/** npm's Chromium; on a machine without the libraries that it needs, with those that are packed beside it. */
async function packed(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  try {
    return await chromium.launch({ executablePath, args: own });
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    const libraries = join(
      await inflate(join("node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br")),
      "lib",
    );
    return chromium.launch({ executablePath, args: own, env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  }
}
