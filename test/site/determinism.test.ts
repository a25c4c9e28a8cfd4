import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dist } from "./pages.ts";

const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));

afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Every file of a folder with the hash of its bytes. */
function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

test("another directory, time zone and locale give the same bytes", () => {
  const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
    .trim()
    .split("\n");
  for (const file of tracked) {
    mkdirSync(dirname(join(elsewhere, file)), { recursive: true });
    cpSync(file, join(elsewhere, file));
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(elsewhere, "node_modules"), "junction");
  const env = { ...process.env, TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", SOURCE_MIRROR: "" };
  execFileSync(process.execPath, ["scripts/report.ts"], {
    cwd: elsewhere,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  expect(hashes(join(elsewhere, "dist"))).toEqual(hashes(dist));
});
