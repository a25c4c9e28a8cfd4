import { describe, expect, test } from "vitest";
import { Ids } from "#scripts/generator/parts/ids.ts";
import { Owners } from "#scripts/generator/parts/owners.ts";
import { change, population } from "#scripts/generator/parts/population.ts";
import { registry } from "./support.ts";

const size = 20_000;
const of = population("model", size);
of.size = size;
const ids = new Ids(of, new Owners(registry, 100, 1), (i) => `name-${i}`, 1);
const numbers = Array.from({ length: size }, (_, i) => i);
const bare = numbers.filter((i) => ids.isBare(i));
const owned = numbers.filter((i) => !ids.isBare(i));

/** Repositories whose id says that it changed, after one thing did. */
function changedBy(what: number, act: (i: number) => void): number[] {
  of.changed.fill(what);
  const before = numbers.map((i) => ids.now(i).key);
  numbers.forEach(act);
  const differ = numbers.filter((i) => ids.now(i).key !== before[i]);
  expect(numbers.filter((i) => ids.changed(i))).toEqual(differ);
  return differ;
}

describe("whether an id changed", () => {
  test("some ids have no owner in them", () => {
    expect(bare.length).toBeGreaterThan(3);
    expect(bare.every((i) => !ids.now(i).id.includes("/"))).toBe(true);
  });

  test("a repository that moves to another owner keeps an id without one", () => {
    const differ = changedBy(change.owner, (i) => {
      of.owner[i] = (of.owner[i] ?? 0) + 1;
    });
    expect(differ).toEqual(owned);
  });

  test("another name changes every id, nothing changes none", () => {
    const renamed = changedBy(change.name, (i) => {
      of.version[i] = 1;
    });
    expect(renamed).toEqual(numbers);
    expect(changedBy(change.none, () => {})).toEqual([]);
  });
});
