import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { project } from "#test/fixtures/project.ts";

vi.setConfig({ testTimeout: 30_000 });

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(script: string, cwd: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const options = { cwd, env: { ...process.env, NO_COLOR: "1", ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(process.cwd(), "scripts", script), ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

test("sources: verify fails before the fetch and holds after it", async () => {
  const { root } = (await project()).paths;
  const sources = (...args: string[]) => run("sources.ts", root, args, { SOURCE_MIRROR: join(root, "mirror") });
  const before = await sources("verify");
  expect([before.code, before.err]).toEqual([1, expect.stringContaining("[not-cached]")]);
  const fetched = await sources();
  expect([fetched.code, fetched.out]).toEqual([
    0,
    expect.stringMatching(/osir-lmts {2}r1 .* 4 files, \d+ bytes {2}verified\n/),
  ]);
  expect(fetched.err.trim().split("\n")).toHaveLength(4);
  expect((await sources("verify", "osir-lmts")).code).toBe(0);
});

test("sources: JSON on stdout is nothing but JSON, also when something failed", async () => {
  const { root } = (await project()).paths;
  const { code, out } = await run("sources.ts", root, ["verify", "--json"]);
  const { sources, problems } = JSON.parse(out) as { sources: { id: string }[]; problems: { rule: string }[] };
  expect([code, sources[0]?.id, problems.length]).toEqual([1, "osir-lmts", 4]);
});

test.each([
  ["sources.ts", ["osir-lmst"], 'unknown source "osir-lmst"; did you mean osir-lmts?'],
  ["sources.ts", ["--jsno"], 'unknown option "--jsno"; did you mean --json?'],
  ["sources.ts", ["list", "verify"], "one of list, fetch, verify at a time"],
  ["tables.ts", ["2026-autum"], 'unknown edition "2026-autum"; did you mean 2026-autumn?'],
  ["tables.ts", ["--threads", "many"], "--threads must be a whole number"],
])("%s %j is a wrong call: exit code 2", async (script, args, message) => {
  const { root } = (await project()).paths;
  const { code, err } = await run(script, root, args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test("tables: a released edition is sealed", async () => {
  const it = await project();
  await it.put(
    "data/editions/2027-spring.json",
    JSON.stringify({
      id: "2027-spring",
      title: "Spring",
      status: "released",
      as_of: "2027-03-01",
      compiled: "2027-03-01",
      sources: {},
    }),
  );
  const { code, err } = await run("tables.ts", it.paths.root, []);
  expect([code, err]).toEqual([1, expect.stringContaining("its tables are sealed; use --check")]);
});

test.each(["sources.ts", "tables.ts"])("%s --help says what it does", async (script) => {
  const { code, out } = await run(script, process.cwd(), ["--help"]);
  expect([code, out]).toEqual([0, expect.stringContaining("--json")]);
});
