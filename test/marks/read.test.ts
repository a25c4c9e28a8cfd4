import { describe, expect, test } from "vitest";
import { readDrawing } from "../support/marks/read.ts";

const read = (inner: string) =>
  readDrawing(`<svg font-size="13" fill="currentColor" text-anchor="middle">${inner}</svg>`);
const one = (inner: string) => read(inner).marks[0];

describe("a mark has", () => {
  test.each<[string, string, object]>([
    [
      "the shifts of all groups",
      '<g transform="translate(5,6)"><circle r="2" cx="1" cy="1" transform="translate(10,20)"/></g>',
      { left: 14, top: 25, right: 18, bottom: 29 },
    ],
    [
      "the box of a path with relative and axial steps",
      '<path d="M1,2h10v5l-4,3Z"/>',
      { left: 1, top: 2, right: 11, bottom: 10 },
    ],
    [
      "the box of a curve by its ends",
      '<path d="M0,0C9,9,9,9,4,6" fill="none" stroke="var(--ink)"/>',
      { left: 0, top: 0, right: 4, bottom: 6 },
    ],
    ["the box of a rectangle", '<rect x="1" y="2" width="3" height="4"/>', { left: 1, top: 2, right: 4, bottom: 6 }],
  ])("%s", (_, inner, box) => expect(one(inner)?.box).toEqual(box));

  test.each<[string, string, object]>([
    [
      "opacities of groups and own",
      '<g opacity="0.5" fill-opacity="0.4"><rect fill="var(--entity-us)" width="9" height="9"/></g>',
      { form: "bar", fill: { name: "entity-us", opacity: 0.2 } },
    ],
    [
      "a fill from a group, a stroke of its own",
      '<g fill="var(--entity-us)"><circle r="3" stroke="var(--ink)"/></g>',
      { form: "dot", shape: "circle", fill: { name: "entity-us", opacity: 1 }, stroke: { name: "ink", opacity: 1 } },
    ],
    [
      "ink for the page's own colour",
      '<rect width="9" height="9"/>',
      { fill: { name: "ink", opacity: 1 }, stroke: null },
    ],
    [
      "a dash",
      '<path fill="none" stroke="var(--ink)" stroke-dasharray="6 3" d="M0,0L90,0"/>',
      { form: "line", dash: "6 3" },
    ],
    ["the commands of a symbol", '<path d="M-4,-4h8v8h-8Z"/>', { form: "dot", shape: "MhvhZ" }],
  ])("%s", (_, inner, expected) => expect(one(inner)).toMatchObject(expected));
});

test("what is defined or cut away is not drawn", () => {
  expect(
    read(
      '<defs><rect width="9" height="9"/></defs><clipPath id="a"><rect width="9" height="9"/></clipPath><rect fill="none" width="9" height="9"/>',
    ).marks,
  ).toEqual([]);
});

test("words have lines, a size and an anchor", () => {
  const { words } = read(
    '<g font-variant="tabular-nums" text-anchor="end"><text transform="translate(100,50)"><tspan>ab</tspan><tspan>abcd</tspan></text></g>',
  );
  expect(words[0]).toMatchObject({
    text: "ab abcd",
    size: 13,
    tick: true,
    halo: false,
    fill: { name: "ink", opacity: 1 },
  });
  expect(words[0]?.box.right).toBe(100);
  expect(words[0]?.box.left).toBeCloseTo(100 - 4 * 13 * 0.56);
});
