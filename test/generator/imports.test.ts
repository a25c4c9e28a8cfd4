import { expect, test } from "vitest";
import { modules } from "#test/support/modules.ts";

const all = modules(["scripts"]).filter(({ file }) => /^scripts\/generat(?:or\/|e\.ts)/.test(file));
const verb = ["scripts/lib/cli.ts", "scripts/lib/paths.ts", "scripts/lib/progress.ts"];

test("the generator stands by itself: nothing of it comes from the pipeline that is tested against it", () => {
  const foreign = all.flatMap(({ file, imports }) =>
    imports
      .filter((path) => /^(?:loaders|data|analyses|site|scripts|test)\//.test(path))
      .filter((path) => !path.startsWith("scripts/generator/"))
      .filter((path) => !(file === "scripts/generate.ts" && verb.includes(path)))
      .map((path) => `${file}: ${path}`),
  );
  expect(foreign).toEqual([]);
});

test("the walk sees the generator and its imports", () => {
  expect(all.length).toBeGreaterThan(30);
  expect(all.find(({ file }) => file === "scripts/generator/hub.ts")?.imports).toContain("scripts/generator/world.ts");
  expect(all.find(({ file }) => file === "scripts/generate.ts")?.imports).toContain("scripts/lib/cli.ts");
});

test("no clock and no chance but the seed's", () => {
  expect(
    all.flatMap(({ file, effects }) =>
      effects.filter((effect) => /Math\.random|Date|now/.test(effect)).map((effect) => `${file}: ${effect}`),
    ),
  ).toEqual([]);
});
