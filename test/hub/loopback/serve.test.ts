import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listCommits } from "@huggingface/hub";
import { afterAll, expect, test } from "vitest";
import { generateHub } from "#scripts/generator/hub.ts";
import { all } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "loopback-"));
afterAll(() => rmSync(folder, { recursive: true }));

const serve = (...words: string[]) => spawn(process.execPath, ["test/hub/loopback/serve.ts", ...words]);

test("a Hub in a process of its own prints where it is, serves, and ends when asked to", async () => {
  const hub = join(folder, "hub");
  const { labels } = await generateHub(
    { models: 100, seed: 1, owners: [{ owner: "Qwen", country: "CN", kind: "industry" }] },
    hub,
  );
  const child = serve(hub, "--json");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const commits = await all(listCommits({ hubUrl: url, repo: "datasets/hfmlsoc/hub_weekly_snapshots" }));
  expect(commits.map(({ title }) => title)).toEqual(labels.map((label) => `Add ${label}`));
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["nowhere"], 1],
  [["nowhere", "--port", "high"], 2],
])("%j ends with %i", async (words, code) => {
  const [ended] = (await once(serve(...words), "exit")) as [number];
  expect(ended).toBe(code);
});
