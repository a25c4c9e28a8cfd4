import { chapter, tiny } from "./chapter.ts";

export const analysis = "analyses/tiny/analysis.ts";
export const sources = {
  [analysis]: [
    "export const facts = {",
    '  "empty": share(),',
    '  "over": share(),',
    '  "bare": count(),',
    "  title: say`It holds 41 of them`,",
    "};",
  ].join("\n"),
  "analyses/tiny/figures.ts": [
    "defineFigure({",
    '  id: "tiny-line",',
    '  fact("nwo"),',
    '  name("nobody"),',
    "  `The share fell`,",
    "});",
  ].join("\n"),
};
export const figures = "analyses/tiny/figures.ts";

/** File, line and message of each problem of the tiny analysis with changes. */
export const found = (...given: Parameters<typeof tiny>) =>
  chapter(tiny(...given), { sources }).problems.map(({ file, line, message }) => [file, line, message]);
