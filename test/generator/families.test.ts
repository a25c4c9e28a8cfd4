import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { familyOf, familyWord, familyWords, lines } from "#scripts/generator/parts/families.ts";

const registry = csvParse(readFileSync("data/reference/model-families.csv", "utf8")).map(
  ({ family = "", owners = "", pattern = "" }) => ({ family, owners: owners.toLowerCase().split("+"), pattern }),
);

describe("families of generated models", () => {
  test("are those of the registry, with their owners", () => {
    const named = registry.map(({ family, owners }) => [family, owners]);
    expect(lines).toEqual(Object.fromEntries(named));
  });

  test.each(familyWords)("$text speaks of the families whose pattern it fits, before a size too", ({ text, of }) => {
    const fits = (name: string) =>
      registry.filter(({ pattern }) => new RegExp(pattern).test(name.toLowerCase())).map(({ family }) => family);
    for (const name of [text, `${text}-7B-Chat-r12`, `${text}_Instruct-r3`])
      expect(fits(name).sort()).toEqual([...of].sort());
  });

  test("every family has a word, and some words have none or two", () => {
    expect(new Set(familyWords.flatMap(({ of }) => of))).toEqual(new Set(Object.keys(lines)));
    expect(new Set(familyWords.map(({ of }) => of.length))).toEqual(new Set([0, 1, 2]));
  });

  test("a word makes a model of a family's own owner a member, in any case, and nobody else's", () => {
    const qwen = familyWord("Qwen", 0.1, 0.9);
    expect([familyOf(qwen, "QWEN"), familyOf(qwen, "google"), familyOf(null, "Qwen")]).toEqual(["Qwen", null, null]);
    const distilled = familyWords.find(({ of }) => of.length === 2) ?? null;
    expect(distilled?.of.map((family) => familyOf(distilled, lines[family]?.[0] ?? ""))).toEqual(distilled?.of);
    expect([familyWord("Qwen", 0.8, 0), familyWord("", 0.1, 0), familyWord("", 0.95, 0)?.text]).toEqual([
      ...[null, null, familyWords[0]?.text],
    ]);
  });
});
