import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyProject } from "../support/tree.ts";
import { dist } from "./pages.ts";

const { root, remove } = copyProject();

afterAll(remove);

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
  const env = { ...process.env, TZ: "Pacific/Chatham", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", SOURCE_MIRROR: "" };
  execFileSync(process.execPath, ["scripts/report.ts"], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  expect(hashes(join(root, "dist"))).toEqual(hashes(dist));
});
