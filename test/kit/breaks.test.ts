import * as Plot from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { crossed } from "#kit/breaks.ts";
import { drawFaults } from "#kit/draw/check.ts";
import { draw, sizes } from "#kit/draw/draw.ts";
import type { Break, Figure } from "#kit/figure.ts";
import { instant } from "#kit/marks.ts";
import type { Told } from "#kit/tell.ts";
import { date, float } from "#loaders/schema/column.ts";
import { chapter, line, reference, tiny } from "#test/support/chapter.ts";

const base: Break = {
  ...{ id: "b", source: "s", counts: "model-downloads", counter: "downloads", on: "2025-03-01", until: null },
  ...{ note: "list capped", before: "all", after: "some", reference: "unsourced", confidence: "low" },
};
const days = ["2025-01-01", "2025-06-01"];
const rows = days.map((on, i) => ({ on, share: 0.2 + i / 10 }));
const time = { on: "on", counts: ["model-downloads"], members: "fixed" } as const;

const figure = {
  columns: { on: date("Day"), share: float("Share", "share") },
  plot: (drawn: readonly { on: string; share: number }[]) => ({
    height: 200,
    x: { type: "utc" },
    marks: [Plot.lineY(drawn, { x: ({ on }) => instant(on), y: "share" })],
  }),
} as unknown as Partial<Figure>;

function told(breaks: readonly Break[], changes: Partial<Figure> = {}): Told {
  const own = { ...figure, time, ...changes } as Partial<Figure>;
  const found = chapter(tiny({ frames: { line: rows } }, own), { reference: { ...reference, breaks: [...breaks] } });
  return found.figures.get("tiny-line") as Told;
}

const faults = (one: Told): string[] => drawFaults(one, "tiny", {}).map(({ message }) => message);
const ids = (changes: Partial<Break>, wanted: object = {}): string[] =>
  crossed({ ...line, ...figure, time: { ...time, ...wanted } } as Figure, rows, ["s"], [{ ...base, ...changes }]).map(
    ({ id }) => id,
  );

describe("a series crosses a break", () => {
  test.each([
    ["between its days", {}, {}, true],
    ["on its last day", { on: "2025-06-01" }, {}, true],
    ["on its first day, where nothing lies before", { on: "2025-01-01" }, {}, false],
    ["after it", { on: "2025-07-01" }, {}, false],
    ["that was under way on its first day", { on: "2024-12-01", until: "2025-01-01" }, {}, true],
    ["that was over before its first day", { on: "2024-12-01", until: "2024-12-31" }, {}, false],
    ["of another source", { source: "r" }, {}, false],
    ["of several sources, its own among them", { source: "r+s" }, {}, true],
    ["of the platform", { source: "huggingface" }, {}, true],
    ["of another counter", { counts: "dataset-downloads" }, {}, false],
    ["of several counters, its own among them", { counts: "models+model-downloads" }, {}, true],
    ["of who is listed, where members are fixed", { counts: "members" }, {}, false],
    ["of who is listed, where a day counts whoever is", { counts: "members" }, { members: "listed" }, true],
  ])("%s: %#", (_, changes, wanted, crosses) => expect(ids(changes, wanted)).toEqual(crosses ? ["b"] : []));

  test("and crosses none of one point", () =>
    expect(crossed({ ...line, ...figure, time } as Figure, rows.slice(0, 1), ["s"], [base])).toEqual([]));
});

describe("the picture", () => {
  test("shows a dashed rule where the day lies, its note above, and nothing of a break that is not crossed", () => {
    const [plain, drawn] = [draw(told([]), sizes.wide), draw(told([base]), sizes.wide)];
    expect(plain.inner).not.toContain('class="break"');
    expect(drawn.inner).toContain("list capped");
    expect(drawn.height).toBe(plain.height + 15);
    const [, at = ""] = drawn.inner.match(/class="break"><line [^>]*x1="([\d.]+)"/) ?? [];
    const part =
      (Date.parse("2025-03-01") - Date.parse(days[0] ?? "")) / (Date.parse(days[1] ?? "") - Date.parse(days[0] ?? ""));
    const [left, right] = [40, sizes.wide.width - 20];
    expect(Number(at)).toBeCloseTo(left + part * (right - left), 0);
    expect(faults(told([base]))).toEqual([]);
  });

  test("has one note for breaks of one kind, and a band for one that took its time", () => {
    const again = { ...base, id: "c", on: "2025-04-01" };
    const slow = { ...base, id: "d", on: "2025-05-01", until: "2025-05-20", note: "counter changes" };
    const { inner } = draw(told([base, again, slow]), sizes.phone);
    expect(inner.match(/list capped/g)).toHaveLength(1);
    expect(inner.match(/counter changes/g)).toHaveLength(1);
    expect(inner).toContain("<rect");
  });

  test("fails where it shows time and does not say what it counts, naming what it may cross", () => {
    const { time: _, ...silent } = { ...figure, time: undefined };
    const one = chapter(tiny({ frames: { line: rows } }, silent as Partial<Figure>), {
      reference: { ...reference, breaks: [base] },
    }).figures.get("tiny-line") as Told;
    expect(faults(one)).toEqual([
      expect.stringMatching(/figure "tiny-line" shows time .* may cross "b" of 2025-03-01 .*: add time: \{/),
    ]);
  });

  test("fails where its axis leaves a break out that its rows cross", () => {
    const short = {
      plot: () => ({ x: { type: "utc", domain: [instant("2025-05-01"), instant("2025-06-01")] }, marks: [] }),
    } as unknown as Partial<Figure>;
    expect(faults(told([base], short))).toEqual([
      expect.stringContaining('figure "tiny-line" crosses the break "b" of 2025-03-01 and does not show it: its axis'),
    ]);
  });

  test("fails where time does not run from left to right", () => {
    const flat = { plot: () => ({ x: { type: "linear", domain: [0, 1] }, marks: [] }) } as unknown as Partial<Figure>;
    expect(faults(told([base], flat))).toEqual([expect.stringContaining("no axis from left to right shows time")]);
  });
});

test("a column that is not there, or is no time, is refused by name", () => {
  const problems = (on: string): string[] =>
    chapter(tiny({ frames: { line: rows } }, { ...figure, time: { ...time, on } } as Partial<Figure>)).problems.map(
      ({ message }) => message,
    );
  expect(problems("onn")).toContain('figure "tiny-line": its time is on "onn", which is no column. Did you mean "on"?');
  expect(problems("share")).toContain(
    'figure "tiny-line": its time is on "share", a float: name a column of days or years',
  );
});
