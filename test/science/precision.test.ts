import { describe, expect, test } from "vitest";
import { strataOf, weighted } from "#analyses/science/precision.ts";
import { type Fact, interval, numeric } from "#kit/facts.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { reference } from "#test/support/science.ts";
import { science } from "#test/support/science-chapter.ts";

type Label = Reference["labels"][number];

const drawn = (domain: string, ...labels: string[]): Label[] =>
  labels.map((label, i) => ({
    ...{
      domain,
      repo: `${domain}/${i}`,
      source: "radar",
      evidence: "x",
      first: label,
      second: label,
      label,
      reason: "x",
    },
    labelled_by: "model-assisted, two blind passes",
  }));

const labels = [
  ...drawn("energy", "true", "true", "false", "unsure"),
  ...drawn("physics", "true", "true", "true", "false", "false", "false", "false", "false", "false", "false"),
];

describe("strata by hand", () => {
  const strata = strataOf(labels, new Map(Object.entries({ energy: 4, physics: 40 })));

  test("what nobody could tell is not of the domain; a stratum labelled whole has no interval", () => {
    expect(strata[0]).toEqual({
      ...{ domain: "energy", drawn: 4, right: 2, unsure: 1, models: 4, precision: 0.5 },
      interval: { lower: 0.5, upper: 0.5 },
    });
  });

  test("another has Wilson's: 3 of 10 lies between 10.8 and 60.3 percent", () => {
    expect(strata[1]).toMatchObject({ drawn: 10, right: 3, models: 40, precision: 0.3 });
    expect(strata[1]?.interval.lower).toBeCloseTo(0.1078, 4);
    expect(strata[1]?.interval.upper).toBeCloseTo(0.6032, 4);
  });

  test("over both, each weighs as many models as it holds: (4 × 0.5 + 40 × 0.3) / 44", () => {
    const { value, interval } = weighted(strata);
    expect(value).toBeCloseTo(14 / 44, 12);
    expect(interval.lower).toBeCloseTo(14 / 44 - (40 / 44) * (0.3 - 0.10779), 4);
    expect(interval.upper).toBeCloseTo(14 / 44 + (40 / 44) * (0.60322 - 0.3), 4);
  });
});

describe("the committed labels", async () => {
  const chapter = await science();
  const value = (id: string): number => numeric(chapter.facts.get(id) as Fact);

  test("both readings by plain counting: agreement and kappa", () => {
    const words = ["true", "false", "unsure"];
    const n = reference.labels.length;
    const same = reference.labels.filter(({ first, second }) => first === second).length;
    let chance = 0;
    for (const word of words) {
      const [a, b] = (["first", "second"] as const).map(
        (pass) => reference.labels.filter((row) => row[pass] === word).length,
      );
      chance += ((a ?? 0) / n) * ((b ?? 0) / n);
    }
    expect(value("labelled")).toBe(n);
    expect(value("agreement")).toBeCloseTo(same / n, 12);
    expect(value("kappa")).toBeCloseTo((same / n - chance) / (1 - chance), 12);
  });

  test("precision of each domain by plain counting", () => {
    for (const domain of new Set(reference.labels.map((row) => row.domain))) {
      const own = reference.labels.filter((row) => row.domain === domain);
      const right = own.filter(({ label }) => label === "true").length;
      expect(value(`precision-${domain}`), domain).toBeCloseTo(right / own.length, 12);
    }
  });

  test("what substrings get wrong is the rest, with bounds turned round", () => {
    const right = interval(chapter.facts.get("precision-substring-science") as Fact);
    expect(value("false-science")).toBeCloseTo(13 / 30, 12);
    expect(interval(chapter.facts.get("false-science") as Fact).lower).toBeCloseTo(1 - right.upper, 12);
  });
});
