import { describe, expect, test } from "vitest";
import { changesOf } from "#kit/changes/changes.ts";
import { identity, samePopulation } from "#kit/changes/population.ts";
import { basis, changed, factOf, setOf, wayOf } from "./facts.ts";

const old = setOf({ x: factOf(10) });
const causesOf = (steps: Parameters<typeof changed>[0]) => changed(steps).because.map(({ cause }) => cause);

describe("each cause alone", () => {
  test("nothing moved: unchanged", () => {
    expect(changed({ old })).toMatchObject({ analysis: "a", id: "x", because: [{ cause: "unchanged", moved: 0 }] });
  });

  test("later tables move the value: data, by how much", () => {
    expect(changed({ old, data: setOf({ x: factOf(13) }) }).because).toEqual([
      { cause: "data", moved: 3, reason: null },
    ]);
  });

  test("what is unknown moves and the value does not: data", () => {
    const data = setOf({ x: factOf(10, { bounds: { lower: 9, upper: 11 } }) });
    expect(causesOf({ old, data })).toEqual(["data"]);
  });

  test("today's code moves the value of the same tables: code", () => {
    expect(changed({ old, code: setOf({ x: factOf(8) }) }).because).toEqual([
      { cause: "code", moved: -2, reason: null },
    ]);
  });

  test("another sentence, or another unit, on the same tables: definition, whether the value moves or not", () => {
    const definition = "Models of the panel, counted by the name of the first.";
    expect(causesOf({ old, code: setOf({ x: factOf(10, { definition }) }) })).toEqual(["definition"]);
    expect(causesOf({ old, code: setOf({ x: factOf(8, { definition }) }) })).toEqual(["definition"]);
  });

  test("later registries move the value of the same tables: correction", () => {
    const registries = setOf({ x: factOf(11) });
    expect(changed({ old, registries }).because).toEqual([{ cause: "correction", moved: 1, reason: null }]);
  });

  test("an erratum covers the number, and the code that was wrong gives the right one: correction, not code", () => {
    const code = setOf({ x: factOf(11) });
    expect(causesOf({ old, code, mended: { "a/x": 11 } })).toEqual(["correction"]);
    expect(causesOf({ old, code, mended: { "b/x": 11 } })).toEqual(["code"]);
  });

  test("an erratum covers a number whose tables were wrong: correction to what it says, the rest is data", () => {
    const mended = { "a/x": 12 };
    const [data, same] = [setOf({ x: factOf(17) }), setOf({ x: factOf(12) })];
    expect(changed({ old, data, mended }).because.map(({ cause, moved }) => [cause, moved])).toEqual([
      ["data", 5],
      ["correction", 2],
    ]);
    expect(causesOf({ old, data: same, mended })).toEqual(["correction"]);
    expect(causesOf({ old, code: same, data, mended })).toEqual(["data", "correction"]);
  });

  test("others are counted, or all of them: new population, though the value stays", () => {
    const other = factOf(10, { basis: basis({ population: "models of another panel" }) });
    const whole = factOf(10, { basis: basis({ complete: true }) });
    expect(causesOf({ old, data: setOf({ x: other }) })).toEqual(["new population"]);
    expect(causesOf({ old, data: setOf({ x: whole }) })).toEqual(["new population"]);
  });

  test("the words of a definition follow the evidence: on other tables that is no new definition", () => {
    const data = setOf({ x: factOf(12, { definition: "Models of the panel that ends on another day." }) });
    expect(causesOf({ old, data })).toEqual(["data"]);
  });

  test("a day that moves has a cause and no difference", () => {
    const day = (value: string) => setOf({ x: factOf(value, { unit: "date" }) });
    const change = changed({ old: day("2025-09-07"), data: day("2026-09-07") });
    expect(change.because).toEqual([{ cause: "data", moved: null, reason: null }]);
  });
});

describe("what cannot be compared", () => {
  const apart = (steps: Parameters<typeof changed>[0]) => {
    const [first] = changed(steps).because;
    return [first.cause, first.reason];
  };

  test("a number that only one edition gives, or a chapter that only one has", () => {
    const empty = setOf({});
    expect(apart({ old, data: empty })).toEqual(["not comparable", "the later edition lacks the chapter"]);
    expect(apart({ old: empty, data: old })).toEqual(["not comparable", "the earlier edition lacks the chapter"]);
    const both = changesOf(wayOf({ old, data: setOf({ y: factOf(1) }) }));
    expect(both.map(({ id, because: [{ reason }] }) => [id, reason])).toEqual([
      ["y", "the earlier edition does not give this number"],
      ["x", "the later edition does not give this number"],
    ]);
  });

  test("another unit: the words name both, and the causes stand after", () => {
    const share = setOf({ x: factOf(0.5, { unit: "share" }) });
    expect(apart({ old, code: share })).toEqual(["not comparable", "it was in models, it is in percent"]);
    expect(causesOf({ old, code: share })).toEqual(["not comparable", "definition"]);
  });

  test("a step that cannot be computed gives its reason, though both editions have the number", () => {
    const data = setOf({ x: factOf(11) });
    const code = setOf({});
    expect(apart({ old, code, data })[1]).toBe(
      "today's code gives no such number from the tables of the earlier edition",
    );
    expect(apart({ old, code, data, failed: { code: { a: "today's code cannot read totals" } } })[1]).toBe(
      "today's code cannot read totals",
    );
    expect(apart({ old, registries: setOf({}), data })[1]).toContain("with the later registries");
  });
});

describe("several causes", () => {
  test("all are listed, the one that moved the value farthest first", () => {
    const steps = {
      old,
      code: setOf({ x: factOf(11) }),
      registries: setOf({ x: factOf(6) }),
      data: setOf({ x: factOf(9) }),
    };
    expect(changed(steps).because.map(({ cause, moved }) => [cause, moved])).toEqual([
      ["correction", -5],
      ["data", 3],
      ["code", 1],
    ]);
  });

  test("causes that cancel each other are still told", () => {
    const steps = { old, code: setOf({ x: factOf(12) }), data: setOf({ x: factOf(10) }) };
    expect(causesOf(steps)).toEqual(["code", "data"]);
  });

  test("a reworded sentence stands after the data that moved the value", () => {
    const definition = "Models of the panel, said otherwise.";
    const steps = {
      old,
      code: setOf({ x: factOf(10, { definition }) }),
      data: setOf({ x: factOf(12, { definition }) }),
    };
    expect(causesOf(steps)).toEqual(["data", "definition"]);
  });

  test("one cause at two steps is one entry, moved by both", () => {
    const way = wayOf({ old, code: setOf({ x: factOf(11) }), data: setOf({ x: factOf(14) }) });
    const after = { by: "code", facts: setOf({ x: factOf(13) }), failed: new Map() } as const;
    const [change] = changesOf({ ...way, stages: [...way.stages, after] });
    expect(change?.because.map(({ cause, moved }) => [cause, moved])).toEqual([
      ["data", 3],
      ["code", 0],
    ]);
  });
});

describe("the same population", () => {
  const same = (a: string, b: string) => samePopulation(basis({ population: a }), basis({ population: b }));

  test.each([
    ["models of 30 days to 7 September 2025", "models of 30 days to 7 October 2026"],
    ["public models of the Hugging Face Hub on 2022-10-01", "public models of the Hugging Face Hub on 2026-09-01"],
    ["models that it follows, mostly created in August 2026", "models that it follows, mostly created in May 2027"],
    ["models listed in 2025", "models listed in 2026"],
  ])("%s is %s: days do not make a population", (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ["models of 30 days to 7 September 2025", "models of 7 days to 7 September 2025"],
    ["public models of the Hub", "public datasets of the Hub"],
    ["models of 58 namespaces", "models of 60 namespaces"],
    ["models of May", "models of a may"],
  ])("%s is not %s", (a, b) => expect(same(a, b)).toBe(false));

  test("of the complete Hub the words do not matter, of a part they do", () => {
    const whole = (population: string) => basis({ population, complete: true });
    expect(samePopulation(whole("public models"), whole("all public models"))).toBe(true);
    expect(samePopulation(whole("public models"), basis({ population: "public models" }))).toBe(false);
  });

  test("identity keeps every word but days", () => {
    expect(identity("models of 30 days to 7 September 2025, in 2 lists")).toBe("models of 30 days to …, in 2 lists");
  });
});
