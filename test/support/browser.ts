import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
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
  if (process.platform === "linux" && process.arch === "x64") {
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args: own });
  }
  const system = known.find((path) => existsSync(path));
  return system === undefined
    ? chromium.launch({ channel: "chrome" })
    : chromium.launch({ executablePath: system, args: own });
}
