import { beforeAll, describe, expect, test } from "vitest";
import { advice } from "#analyses/builders/advice.ts";
import type { Chapter } from "#kit/evaluate.ts";
import type { Fact } from "#kit/facts.ts";
import type { FactId, Needed } from "#kit/recommendations.ts";
import { builders, neededFacts } from "#test/support/builders.ts";

/** The facts with one of them changed. */
function turned(needed: Needed, id: FactId, change: (fact: Fact) => Fact): Needed {
  const [analysis = "", name = ""] = id.split("/");
  const fact = needed[analysis]?.[name];
  if (fact === undefined) throw new Error(`no fact ${id}`);
  return { ...needed, [analysis]: { ...needed[analysis], [name]: change(fact) } };
}

/** A fact at one value and nothing else. */
const at =
  (value: number) =>
  (fact: Fact): Fact => ({ ...fact, value, bounds: null, variants: [] });

describe("on the facts of this edition", () => {
  let needed: Needed;
  let chapter: Chapter;
  beforeAll(async () => {
    needed = await neededFacts();
    chapter = await builders(needed);
  }, 60_000);
  const standing = (id: string, of = chapter) => of.recommendations.get(id)?.standing;

  test("thirteen stand and three are withdrawn, each with its numbers", () => {
    const by = Object.groupBy([...chapter.recommendations.values()], (one) => one.standing);
    expect(by.holds?.map(({ id }) => id)).toEqual([
      ...[
        "begin-small",
        "well-trodden",
        "likes-apart",
        "chinese-terms",
        "look-again",
        "robot-data",
        "read-licence",
        "trace-root",
      ],
      ...["own-tests", "open-first", "buy-tokens", "check-prices", "memory-first"],
    ]);
    expect(by.withdrawn?.map(({ id }) => id)).toEqual(["ask-early", "buy-bulk", "short-terms"]);
    expect(by.untold).toBeUndefined();
    for (const { id, because, rule, unless } of chapter.recommendations.values())
      for (const words of [because, rule, unless]) expect(words.length, id).toBeGreaterThan(20);
    expect(chapter.recommendations.get("short-terms")?.because).toMatch(
      /cuts is 9 \(between 4 and 9 .* raises 3 \(between 3 and 6/,
    );
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
  });

  const conditions = advice.flatMap(({ id, conditions }) => conditions.map((condition) => [id, condition] as const));

  test.each(conditions.map(([id, condition], i) => [`${id}, condition ${i + 1}`, id, condition] as const))(
    "%s: the fact turned round withdraws it, and far enough on the right side it stands",
    async (_, id, condition) => {
      const level =
        "level" in condition
          ? condition.level
          : Number(needed[condition.than.split("/")[0] ?? ""]?.[condition.than.split("/")[1] ?? ""]?.value);
      const [wrong, right] =
        condition.is === "below" ? [level * 1.5, level / 1e6] : [level === 0 ? -1 : level / 2, level * 1e3 + 1];
      const against = await builders(turned(needed, condition.fact, at(wrong)));
      expect(standing(id, against)).toBe("withdrawn");
      let favoured = turned(needed, condition.fact, at(right));
      const others = advice.find((one) => one.id === id)?.conditions.filter((one) => one.fact !== condition.fact) ?? [];
      expect(others.length).toBeLessThan(2);
      if (condition.is === "ahead") favoured = turned(favoured, condition.than, at(level));
      if (["ask-early", "buy-bulk", "short-terms"].includes(id))
        expect(standing(id, await builders(favoured))).toBe("holds");
    },
  );

  test("a fact exactly at its level, or level with the other, does not hold", async () => {
    expect(standing("open-first", await builders(turned(needed, "compute-cost/median-ratio", at(1))))).toBe(
      "withdrawn",
    );
    const same = turned(needed, "compute-cost/largest-weights", at(288));
    const other = turned(same, "compute-cost/memory-last", at(288));
    expect(standing("memory-first", await builders(other))).toBe("withdrawn");
  });

  test("one other way to count, or one bound, withdraws it though the value stays", async () => {
    const variant = turned(needed, "compute-cost/median-ratio", (fact) => ({
      ...fact,
      variants: [...fact.variants, { label: "a new way", value: 0.9 }],
    }));
    expect(standing("open-first", await builders(variant))).toBe("withdrawn");
    const bounded = turned(needed, "openness/permissive-models", (fact) => ({
      ...fact,
      bounds: { lower: 0.4, upper: 0.95 },
    }));
    expect(standing("read-licence", await builders(bounded))).toBe("withdrawn");
  });

  test("a fact that an edition lacks leaves it untold, unless another condition fails", async () => {
    const { size: _, ...rest } = needed;
    const without = await builders(rest);
    expect(standing("begin-small", without)).toBe("untold");
    expect(without.recommendations.get("begin-small")?.because).toMatch(/does not know the median size/);
    expect(without.problems.map(({ message }) => message)).toEqual([]);
    const { "us-share-last": __, ...openness } = needed.openness ?? {};
    const gone = {
      ...needed,
      openness: Object.fromEntries(Object.entries(openness).filter(([id]) => id !== "permissive-us-without")),
    };
    const failing = turned(gone, "openness/permissive-cn-downloads", at(0.1));
    expect(standing("chinese-terms", await builders(gone))).toBe("untold");
    expect(standing("chinese-terms", await builders(failing))).toBe("withdrawn");
  });

  test("counts and the title follow", async () => {
    const against = await builders(turned(needed, "compute-cost/median-ratio", at(0.5)));
    expect([against.facts.get("standing")?.value, against.facts.get("withdrawn")?.value]).toEqual([12, 4]);
    expect(against.title).toMatch(/^Of 16 recommendations .* lets 12 stand and withdraws 4$/);
    expect(against.figures.get("rules")?.rows.find((row) => row.recommendation === "open first")).toMatchObject({
      ...{ standing: "withdrawn", margin: 0.5, lower: 0.5, upper: 0.5 },
    });
  });
});
