import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colourOf, colourVariables, grounds, resolveColours, type Theme } from "#kit/colours.ts";

type Registry = Readonly<Record<string, Readonly<Record<string, string>>>>;

const registry = JSON.parse(readFileSync("data/reference/colours.json", "utf8")) as Registry;
const themes = Object.keys(grounds) as Theme[];

/** Relative luminance of a colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0000ff", "#ffffff", 8.59],
  ["#123456", "#123456", 1],
])("the formula: %s on %s is %d", (a, b, expected) => {
  expect(contrast(a, b)).toBeCloseTo(expected, 2);
});

test("every entity has a colour of six digits in each theme, and no two share one", () => {
  for (const [entity, colours] of Object.entries(registry)) {
    expect(Object.keys(colours).sort(), entity).toEqual([...themes].sort());
    for (const colour of Object.values(colours)) expect(colour, entity).toMatch(/^#[0-9a-f]{6}$/);
  }
  for (const theme of themes) {
    const used = Object.values(registry).map((colours) => colours[theme]);
    expect(new Set(used).size).toBe(used.length);
  }
});

describe.each(themes)("contrast in %s", (theme) => {
  const { paper, ink, quiet, accent } = grounds[theme];
  test.each(Object.entries(registry))("mark of %s is 3 to 1 on paper", (_, colours) => {
    expect(contrast(colours[theme] ?? paper, paper)).toBeGreaterThanOrEqual(3);
  });
  test.each(Object.entries({ ink, quiet, accent }))("%s is 7 to 1 on paper", (_, colour) => {
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(7);
  });
});

test.each([
  ["CN", "var(--entity-cn)"],
  ["rest", "var(--entity-rest)"],
  ["KR", "var(--entity-rest)"],
])("%s is drawn in %s", (entity, colour) => {
  expect(colourOf(entity)).toBe(colour);
});

test("every variable that a figure can ask for is declared in each theme and resolves", () => {
  for (const theme of themes) {
    const asked = [
      "paper",
      "ink",
      "quiet",
      "rule",
      "accent",
      ...Object.keys(registry).map((entity) => colourOf(entity).slice(6, -1)),
    ];
    for (const name of asked) expect(colourVariables(theme)).toContain(`--${name}: #`);
    expect(resolveColours(`a{fill:${colourOf("CN")};stroke:var(--paper)}`, theme)).toBe(
      `a{fill:${registry.CN?.[theme]};stroke:${grounds[theme].paper}}`,
    );
  }
  expect(resolveColours("var(--nothing)", "light")).toBe("var(--nothing)");
});
