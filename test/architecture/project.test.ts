import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { projectFiles } from "../support/tree.ts";

/** What the project's repository holds, or would hold once everything is added. */
const files = projectFiles();

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
}

const lockText = readFileSync("package-lock.json", "utf8");
const locked = (JSON.parse(lockText) as { packages: Readonly<Record<string, Locked>> }).packages;

/** Optional dependencies without an entry of their own, nearest folder first, as npm resolves them. */
function unlocked(packages: Readonly<Record<string, Locked>>): string[] {
  return Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !homes(at).some((home) => `${home}node_modules/${name}` in packages))
      .map((name) => `${at}: ${name}`),
  );
}

/** Folders from which a package is looked up: its own, then those around it. */
function homes(at: string): string[] {
  const parts = at === "" ? [] : at.split("/node_modules/");
  return ["", ...parts.map((_, i) => `${parts.slice(0, i + 1).join("/node_modules/")}/`)].reverse();
}

describe("the lockfile", () => {
  test("has an entry for every optional dependency, so that every platform can install", () => {
    expect(unlocked(locked)).toEqual([]);
    expect(Object.values(locked).filter(({ os }) => os?.includes("darwin")).length).toBeGreaterThan(0);
  });

  test("a missing one would be found", () => {
    const a = { optionalDependencies: { b: "1.0.0", c: "1.0.0", d: "1.0.0" } };
    expect(unlocked({ "node_modules/a": a, "node_modules/a/node_modules/b": {}, "node_modules/c": {} })).toEqual([
      "node_modules/a: d",
    ]);
  });

  test("names no registry", () => {
    expect(
      Object.entries(locked)
        .filter(([, { resolved }]) => resolved !== undefined)
        .map(([at]) => at),
    ).toEqual([]);
    expect(lockText).not.toMatch(/https?:\/\/[^"]*\/-\/[^"]*\.tgz/);
  });

  test("every dependency is an exact version", () => {
    const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const;
    const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Partial<
      Record<(typeof kinds)[number], Record<string, string>>
    >;
    const all = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe("the text of the project", () => {
  const machine = new RegExp(["", "(?:work|home/\\w+|Users/\\w+|root)", ""].join("/"));
  const registry = new RegExp(
    `${["registry", "(?:npmjs|yarnpkg|npmmirror)"].join("\\.")}|verdacci[o]|artifactor[y]`,
    "i",
  );
  const texts = files.filter((file) => !/\.(?:arrow|parquet|png|woff2?|ico|gz)$/.test(file));
  const holding = (pattern: RegExp) =>
    texts.flatMap((file) => {
      const line = readFileSync(file, "utf8")
        .split("\n")
        .findIndex((text) => pattern.test(text));
      return line < 0 ? [] : [`${file}:${line + 1}`];
    });

  test("names no path of a machine", () => expect(holding(machine)).toEqual([]));
  test("names no registry", () => expect(holding(registry)).toEqual([]));

  test("the patterns find what they look for", () => {
    expect(machine.test(["", "work", "main"].join("/"))).toBe(true);
    expect(registry.test(["https://registry", "npmjs", "org"].join("."))).toBe(true);
  });
});

test("modules outside test/ have at most 180 lines", () => {
  const lengths = files
    .filter((file) => file.endsWith(".ts") && !file.startsWith("test/"))
    .map((file) => [file, readFileSync(file, "utf8").trimEnd().split("\n").length] as const);
  for (const [file, lines] of lengths) if (lines > 150) console.info(`${file}: ${lines} lines`);
  expect(lengths.filter(([, lines]) => lines > 180)).toEqual([]);
});
