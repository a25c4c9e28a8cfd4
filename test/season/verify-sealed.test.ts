import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Class, classes } from "#site/lib/seal/format.ts";
import { readSeal } from "#site/lib/seal/verify.ts";
import { project } from "#test/fixtures/project.ts";
import { flip, smallEdition } from "#test/support/sealed.ts";
import { season } from "#test/support/season.ts";

vi.setConfig({ testTimeout: 30_000 });

const id = "2031-spring";
let root = "";

beforeAll(async () => {
  ({ root } = await smallEdition());
});

const verify = (...args: string[]) => season(root, ["verify", id, "--sealed", ...args]);

test("an edition that is as it was sealed is verified, and says how many files were looked at", async () => {
  const { code, out, err } = await verify();
  const { files } = readSeal(id, root);
  expect([code, err]).toEqual([0, "verify 1/1 compared every sealed file with its hash\n"]);
  expect(out).toContain(`sealed files  ${files.length} files, all as sealed\n`);
  expect(out).toContain("made again    left out: --sealed\n");
});

test("one byte flipped in a file of every class: verify names each of them and nothing else", async () => {
  const { files } = readSeal(id, root);
  const kinds = Object.keys(classes) as Class[];
  const paths = kinds.map((kind) => files.find((file) => file.class === kind)?.path ?? kind);
  const were = paths.map((path) => readFileSync(join(root, path)));
  for (const path of paths) flip(join(root, path));
  const { code, err } = await verify();
  for (const [i, path] of paths.entries()) writeFileSync(join(root, path), were[i] ?? "");
  const named = err.split("\n").flatMap((line) => /^(data\/\S+): /.exec(line)?.[1] ?? []);
  expect([code, named.sort()]).toEqual([1, paths.sort()]);
  expect((await verify()).code).toBe(0);
});

test("what was taken away or added is named too, as JSON for machines", async () => {
  const [first = { path: "" }] = readSeal(id, root).files;
  const bytes = readFileSync(join(root, first.path));
  writeFileSync(join(root, `data/editions/${id}/more.json`), "{}");
  flip(join(root, first.path));
  const { code, out } = await verify("--json");
  writeFileSync(join(root, first.path), bytes);
  const { steps } = JSON.parse(out) as { steps: { step: string; findings: { file: string }[] }[] };
  expect(code).toBe(1);
  expect(steps[0]?.findings.map(({ file }) => file)).toEqual([first.path, `data/editions/${id}/more.json`]);
});

describe("a wrong call", () => {
  test("of a draft says how an edition is released", async () => {
    const draft = (await project()).paths.root;
    const { code, err } = await season(draft, ["verify", "2026-autumn"]);
    expect([code, err]).toEqual([1, expect.stringContaining("npm run season -- release 2026-autumn")]);
  });

  test.each([
    [["verify"], 2, "Missing required positional argument: EDITION"],
    [["verify", "2031-sprin"], 2, "did you mean 2031-spring?"],
    [["verify", id, "--sealed", "--raw"], 2, "leave --raw out"],
  ])("%j is refused", async (args, code, message) => {
    expect(await season(root, args)).toMatchObject({ code, err: expect.stringContaining(message) });
  });
});
