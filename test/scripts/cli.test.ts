import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { project } from "#test/fixtures/project.ts";
import { pin, put, record } from "#test/fixtures/source.ts";
import { listed, pinArchive, tarball } from "#test/fixtures/tarball.ts";

vi.setConfig({ testTimeout: 30_000 });

const { url: _, ...inside } = pin("index.js", "a");
const installed = { name: "@a/b", version: "1.2.3", integrity: `sha512-${"a".repeat(86)}==`, files: [inside] };

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

test("sources: an archive and a package are told as what they are, and pin prints what records should have", async () => {
  const it = await project();
  const bytes = await tarball({ a: "alpha", b: "beta", l: { link: "a" } });
  const archive = pinArchive("a.tar.gz", bytes, [listed("a", "alpha"), listed("b", "beta"), "link  a  l"]);
  await put(join(it.paths.root, "mirror/files.test/a.tar.gz"), bytes);
  const stale = { ...archive, bytes: 1, members: { ...archive.members, files: 9 } };
  const about = { files: [], first: "2025-01-01", last: "2025-01-31" };
  await it.put("data/sources/packed.json", JSON.stringify(record({ id: "packed", ...about, archives: [stale] })));
  await it.put(
    "data/sources/npm.json",
    JSON.stringify(record({ id: "npm", ...about, revision: "1.2.3", package: installed })),
  );
  const sources = (...args: string[]) =>
    run("sources.ts", it.paths.root, args, { SOURCE_MIRROR: join(it.paths.root, "mirror") });

  const pinned = JSON.parse((await sources("pin", "packed")).out) as { packed: object };
  expect(pinned).toEqual({ packed: { files: [], archives: [archive], package: null } });
  await it.put("data/sources/packed.json", JSON.stringify(record({ id: "packed", ...about, ...pinned.packed })));
  expect((await sources("fetch", "packed")).out).toBe(
    `packed  r1  2025-01-01 to 2025-01-31  MIT  1 archive of 2 files and 1 link, ${bytes.length} bytes  verified\n`,
  );
  const { code, out, err } = await sources("verify", "npm", "packed", "--json");
  expect([code, err]).toEqual([1, expect.stringContaining("npm @a/b: [lock] is not in package-lock.json; install")]);
  expect(JSON.parse(out)).toMatchObject({
    sources: [
      {
        id: "npm",
        package: { name: "@a/b", version: "1.2.3", files: 1 },
        outcomes: [{ path: "@a/b", status: "failed" }],
      },
      { id: "packed", archives: [{ path: "a.tar.gz", files: 2, links: 1 }], outcomes: [{ status: "cached" }] },
    ],
    problems: [{ rule: "lock" }, { rule: "not-installed", remedy: "run npm ci" }],
  });
  expect((await sources("list", "npm")).out).toContain("1 file of @a/b 1.2.3, 1 bytes\n");
});

test.each([
  ["sources.ts", ["osir-lmst"], 'unknown source "osir-lmst"; did you mean osir-lmts?'],
  ["sources.ts", ["--jsno"], 'unknown option "--jsno"; did you mean --json?'],
  ["sources.ts", ["list", "verify"], "one of list, fetch, verify, pin at a time"],
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
