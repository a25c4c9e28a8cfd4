import { describe, expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { scienceDomains } from "#loaders/schema/science.ts";
import { readRegistries } from "#test/fixtures/registries.ts";

const read = (...rows: string[]) =>
  readRegistries({ "science-terms": `domain,term,use,place,reason\n${rows.join("\n")}\n` });

test("a term: its domain, what it does, where it counts, and the trap that it avoids", async () => {
  const { terms } = await read("energy,wind power,match,any,", "energy,energy based,unless,any,a kind of network");
  expect(terms).toEqual([
    { domain: "energy", term: "wind power", use: "match", place: "any", reason: null },
    { domain: "energy", term: "energy based", use: "unless", place: "any", reason: "a kind of network" },
  ]);
});

describe("refuses, naming file and line", () => {
  test.each([
    ["an unknown domain", "alchemy,gold,match,any,", 'science-terms.csv:2: domain "alchemy" is not one of astronomy'],
    ["an unknown use", "energy,wind,maybe,any,", 'use "maybe" is not one of match, unless'],
    ["an unknown place", "energy,wind,match,card,", 'place "card" is not one of any, tag, name'],
    ["a term with a hyphen", "energy,wind-power,match,any,", 'term "wind-power" is not words of a-z and 0-9'],
    ["a term with a capital", "energy,Wind,match,any,", 'term "Wind" is not words of a-z and 0-9'],
    ["two spaces", "energy,wind  power,match,any,", 'term "wind  power" is not words of a-z and 0-9'],
    ["an exception without a reason", "energy,energy based,unless,any,", 'reason is empty for "energy based"'],
    ["a place without a reason", "biology,bio,match,name,", 'reason is empty for "bio"'],
  ])("%s", async (_, row, message) => {
    await expect(read(row)).rejects.toThrow(message);
  });

  test("a term twice in one domain", async () => {
    await expect(read("energy,wind power,match,any,", "energy,wind power,match,any,")).rejects.toThrow(
      'domain, term "energy wind power" is already on line 2',
    );
  });
});

describe("labels", () => {
  const header = "domain,repo,source,evidence,first,second,label,reason,labelled_by\n";
  const row = (first: string, second: string, label: string) =>
    readRegistries({
      "science-labels": `${header}energy,o/x,radar,tag: energy,${first},${second},${label},a grid,"model-assisted, two blind passes"\n`,
    });

  test("one that both passes give, and one that was adjudicated", async () => {
    expect((await row("true", "true", "true")).labels[0]).toMatchObject({ domain: "energy", label: "true" });
    expect((await row("true", "unsure", "false")).labels[0]).toMatchObject({ second: "unsure", label: "false" });
  });

  test.each([
    ["an unknown word", ["yes", "true", "true"], 'science-labels.csv:2: first "yes" is not one of true, false'],
    ["a label against both", ["true", "true", "false"], "label of o/x is false, but both passes say true"],
  ] as const)("refuses %s", async (_, [first, second, label], message) => {
    await expect(row(first, second, label)).rejects.toThrow(message);
  });
});

test("the registry: every domain has terms, and rows stand in the order of domain, use and term", async () => {
  const { terms } = await readReference("data/reference");
  expect(scienceDomains).toHaveLength(17);
  for (const domain of scienceDomains)
    expect(terms.filter((term) => term.domain === domain && term.use === "match").length, domain).toBeGreaterThan(0);
  const order = terms.map(({ domain, use, term }) => `${domain} ${use} ${term}`);
  expect(order).toEqual([...order].sort());
});
