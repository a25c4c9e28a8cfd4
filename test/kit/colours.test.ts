import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colourOf, colourVariables, grounds, resolveColours, type Theme } from "#kit/colours.ts";
import { contrast } from "#test/support/colour/lab.ts";
import { closest, greyGap } from "#test/support/colour/vision.ts";

type Registry = Readonly<Record<string, Readonly<Record<string, string>>>>;

const registry = JSON.parse(readFileSync("data/reference/colours.json", "utf8")) as Registry;
const themes = Object.keys(grounds) as Theme[];

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

/** Entities that a figure may draw together with nothing but their colours to tell them apart. */
const families = [
  ["open", "closed", "disputed", "rest"],
  ["NVIDIA", "AMD", "Intel", "Apple", "rest"],
  ["models-dev", "genai-prices", "rest"],
  ["science", "rest"],
  ["industry", "research", "independent", "rest"],
  ["US", "CN"],
  ["US", "DE"],
];

describe.each(themes)("families in %s", (theme) => {
  const pairs = families.flatMap((family) => family.flatMap((a, i) => family.slice(i + 1).map((b) => [a, b] as const)));
  test.each(pairs)("%s and %s differ by 10 under every vision", (a, b) => {
    const [one = "", other = ""] = [registry[a]?.[theme], registry[b]?.[theme]];
    expect(closest(one, other).gap).toBeGreaterThanOrEqual(10);
  });
});

test.each(themes)("open, closed and disputed are told apart in a grey print, %s", (theme) => {
  const [open = "", closed = "", disputed = ""] = ["open", "closed", "disputed"].map((name) => registry[name]?.[theme]);
  for (const pair of [
    [open, closed],
    [closed, disputed],
  ] as const)
    expect(greyGap(...pair)).toBeGreaterThanOrEqual(10);
});

test.each([
  ["CN", "var(--entity-cn)"],
  ["models-dev", "var(--entity-models-dev)"],
  ["NVIDIA", "var(--entity-nvidia)"],
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
