import { describe, expect, test } from "vitest";
import { drawingFaults } from "../support/marks/faults.ts";

/** A ground of paper, ink that is 7 to 1, and colours whose contrast and distance are known. */
const values = {
  paper: "#ffffff",
  ink: "#000000",
  quiet: "#555555",
  rule: "#dddddd",
  "entity-blue": "#0072b2",
  "entity-green": "#007a4d",
  "entity-red": "#b2182b",
  "entity-pale": "#f0e442",
  "entity-twin": "#0073b3",
  "entity-olive": "#7a7a00",
  "entity-brown": "#b5651d",
  "entity-rest": "#78756e",
};

const svg = (inner: string): string => `<svg font-size="13" fill="currentColor" text-anchor="middle">${inner}</svg>`;
const faults = (inner: string): string[] => drawingFaults(svg(inner), values);

const dot = (name: string, x: number, y: number): string =>
  `<circle fill="var(--entity-${name})" cx="${x}" cy="${y}" r="5"/>`;
const square = (name: string, x: number, y: number): string =>
  `<path fill="var(--entity-${name})" d="M-4,-4h8v8h-8Z" transform="translate(${x},${y})"/>`;
const line = (name: string, y: number, rest = ""): string =>
  `<path fill="none" stroke="var(--entity-${name})" stroke-width="2" d="M10,${y}L200,${y}" ${rest}/>`;
const bar = (name: string, x: number, width: number, rest = ""): string =>
  `<rect fill="var(--entity-${name})" x="${x}" y="10" width="${width}" height="20" ${rest}/>`;
const words = (text: string, x: number, y: number, rest = ""): string =>
  `<text transform="translate(${x},${y})" text-anchor="start" ${rest}>${text}</text>`;

describe("marks against paper", () => {
  test.each([
    ["a dot at 3 to 1", dot("blue", 50, 50)],
    ["a pale dot with a dark line round it", dot("pale", 50, 50).replace("/>", ' stroke="var(--ink)"/>')],
    ["a pale dot with its name beside it", dot("pale", 50, 50) + words("Yellow", 60, 50)],
    ["a pale bar with its name in its row", bar("pale", 120, 40) + words("Yellow", 20, 20)],
    [
      "a band behind a line of its colour",
      `<path fill="var(--entity-blue)" fill-opacity="0.18" d="M10,20L200,20L200,40L10,40Z"/>${line("blue", 30)}`,
    ],
    ["a pattern", '<rect fill="url(#a)" x="0" y="0" width="40" height="20"/>'],
    ["a pale grid line", '<line stroke="var(--rule)" x1="0" x2="90" y1="5" y2="5"/>'],
  ])("seen: %s", (_, inner) => expect(faults(inner)).toEqual([]));

  test.each([
    ["a pale dot", dot("pale", 50, 50), /^a dot of entity-pale is 1\.3\d to 1 on paper/],
    ["a pale dot with a number beside it", dot("pale", 50, 50) + words("41%", 60, 50), /^a dot of entity-pale/],
    ["a pale dot with words far off", dot("pale", 50, 50) + words("Yellow", 120, 120), /^a dot of entity-pale/],
    [
      "a pale dot named by a tick alone",
      dot("pale", 50, 50) + words("Jan", 60, 50, 'font-variant="tabular-nums"'),
      /^a dot/,
    ],
    [
      "one of two pale dots",
      dot("pale", 50, 50) + dot("pale", 50, 52) + words("Yellow", 60, 50),
      /^a dot of entity-pale/,
    ],
    [
      "a band without its line",
      '<path fill="var(--entity-blue)" fill-opacity="0.18" d="M10,20L200,20L200,40L10,40Z"/>',
      /^an area/,
    ],
    [
      "a line that is nearly transparent",
      line("blue", 30, 'stroke-opacity="0.3"'),
      /^a line of entity-blue is 1\.\d+ to 1/,
    ],
    ["a bar in the colour of rules", '<rect fill="var(--rule)" x="0" y="0" width="40" height="20"/>', /^a bar of rule/],
  ])("not seen: %s", (_, inner, message) => {
    expect(faults(inner)).toHaveLength(1);
    expect(faults(inner)[0]).toMatch(message);
  });
});

describe("words", () => {
  test.each([
    ["pale on paper", '<text fill="var(--entity-pale)">A name</text>', /"A name" is 1\.3\d to 1, less than 7/],
    ["quiet on a dark bar", bar("blue", 0, 100) + words("A name", 10, 20, 'fill="var(--quiet)"'), /less than 4\.5/],
    ["under 12 px", words("A name", 10, 20, 'font-size="11"'), /"A name" is 11 px, less than 12/],
  ])("not read: %s", (_, inner, message) => expect(faults(inner).join()).toMatch(message));

  test.each([
    [
      "with a halo on a dark bar",
      bar("blue", 0, 100) + words("A name", 10, 20, 'stroke="var(--paper)" stroke-width="4"'),
    ],
    ["paper on a dark bar", bar("blue", 0, 100) + words("A name", 10, 20, 'fill="var(--paper)"')],
  ])("read: %s", (_, inner) => expect(faults(inner)).toEqual([]));
});

describe("series of one drawing", () => {
  const labels = words("One", 210, 20) + words("Two", 210, 80);

  test.each([
    ["red and blue", `${line("blue", 20)}${line("red", 80)}${labels}`],
    ["brown and olive, labelled at their ends", line("brown", 20) + line("olive", 80) + labels],
    ["brown and olive, one dashed", line("brown", 20) + line("olive", 80, 'stroke-dasharray="4 3"')],
    ["brown dots and olive squares", dot("brown", 20, 20) + square("olive", 90, 90)],
    ["twins in other symbols", dot("blue", 20, 20) + square("twin", 90, 90)],
  ])("told apart: %s", (_, inner) => expect(faults(inner)).toEqual([]));

  test.each([
    ["brown and olive", line("brown", 20) + line("olive", 80), /differ by \d\.\d under (?:deutan|protan) vision/],
    [
      "brown and olive, one label",
      line("brown", 20) + line("olive", 80) + words("One", 210, 20),
      /under (?:deutan|protan)/,
    ],
    ["green and red in a grey print", line("green", 20) + line("red", 80), /in a grey print|vision/],
    ["twins, labelled", line("blue", 20) + line("twin", 80) + labels, /differ by 0\.\d in colour/],
  ])("taken for each other: %s", (_, inner, message) => {
    expect(faults(inner)).toHaveLength(1);
    expect(faults(inner)[0]).toMatch(message);
  });

  test("five hues are too many, four and the rest are not", () => {
    const hues = ["blue", "green", "red", "olive"].map(
      (name, i) => bar(name, 60 * i, 40) + words(`Bar ${name}`, 60 * i, 40),
    );
    const many = (name: string): string[] =>
      faults([...hues, bar(name, 300, 40), words("Last", 300, 40)].join("")).filter((fault) => /hues/.test(fault));
    expect(many("brown")).toHaveLength(1);
    expect(many("rest")).toEqual([]);
  });
});

describe("colours that are no entity's", () => {
  test.each(["#ff0000", "steelblue", "var(--entity-nobody)", "var(--accent)"])("%s", (colour) => {
    expect(faults(`<circle fill="${colour}" stroke="var(--ink)" r="5"/>`).join()).toMatch(
      /is no colour of the registry/,
    );
  });
});

describe("bars side by side", () => {
  test.each([
    ["touching", bar("blue", 0, 40) + bar("blue", 40, 40), 1],
    ["a pixel apart", bar("blue", 0, 40) + bar("blue", 41, 40), 0],
    ["touching, ringed with paper", bar("blue", 0, 40, 'stroke="var(--paper)"') + bar("blue", 40, 40), 0],
    ["in other rows", bar("blue", 0, 40) + bar("blue", 40, 40).replace('y="10"', 'y="60"'), 0],
  ])("%s", (_, inner, count) => expect(faults(inner)).toHaveLength(count));

  const area = (name: string, from: number, rest = ""): string =>
    `<path fill="var(--entity-${name})" d="M0,${from}L50,${from}L100,${from}L100,${from + 30}L50,${from + 30}L0,${from + 30}Z" ${rest}/>`;

  test.each([
    ["stacked areas", area("blue", 0) + area("red", 30), 1],
    ["stacked areas ringed with paper", area("blue", 0, 'stroke="var(--paper)"') + area("red", 30), 0],
    ["areas apart", area("blue", 0) + area("red", 31), 0],
  ])("%s", (_, inner, count) => expect(faults(inner).filter((fault) => /touch/.test(fault))).toHaveLength(count));
});
