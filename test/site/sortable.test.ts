import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { compareCells, matches, nextOrder, numberIn } from "#site/client/rows.ts";
import { enhance } from "#site/client/sortable.ts";

describe("cells", () => {
  test.each([
    ["1,234", 1234],
    ["0.053", 0.053],
    ["−2", -2],
    ["-2.5", -2.5],
    ["unknown", null],
    ["qwen 2", null],
    ["", null],
    ["1.2.3", null],
  ])("%s is %s", (text, value) => {
    expect(numberIn(text)).toBe(value);
  });

  test("numbers by size and not by spelling, before words, and what is unknown last either way", () => {
    const cells = ["unknown", "9", "mit", "1,000", "", "apache", "80"];
    const sorted = (order: "ascending" | "descending") => cells.toSorted((a, b) => compareCells(a, b, order));
    expect(sorted("ascending")).toEqual(["9", "80", "1,000", "apache", "mit", "unknown", ""]);
    expect(sorted("descending")).toEqual(["1,000", "80", "9", "mit", "apache", "unknown", ""]);
  });

  test("a filter asks for every word, anywhere, in any case", () => {
    expect(matches(["Qwen", "apache-2.0"], "APACHE qw")).toBe(true);
    expect(matches(["Qwen", "apache-2.0"], "apache llama")).toBe(false);
    expect(matches(["Qwen"], "  ")).toBe(true);
  });

  test("presses go up, down, and up again", () => {
    expect([nextOrder(null), nextOrder("ascending"), nextOrder("descending")]).toEqual([
      "ascending",
      "descending",
      "ascending",
    ]);
  });
});

describe("a table", () => {
  const html = `<main><div class="scroll"><table data-sortable><thead><tr><th scope="col">Family</th><th scope="col">Built</th></tr></thead>
    <tbody><tr><th scope="row">Qwen</th><td>1,000</td></tr><tr><th scope="row">Phi</th><td>unknown</td></tr><tr><th scope="row">Gemma</th><td>90</td></tr></tbody></table></div></main>`;

  function enhanced() {
    const { document, Event } = parseHTML(html);
    const table = document.querySelector("table") as unknown as HTMLTableElement;
    for (const body of document.querySelectorAll("tbody")) Object.assign(table, { tBodies: [body] });
    enhance(table);
    const rows = () => [...document.querySelectorAll("tbody tr")].map((row) => row.querySelector("th")?.textContent);
    return { document, Event, rows };
  }

  test("has a button in each heading that sorts, and says how it is sorted", () => {
    const { document, rows } = enhanced();
    const [, built] = document.querySelectorAll("thead button");
    expect(
      [...document.querySelectorAll("thead button")].map((one) => [one.textContent, one.getAttribute("type")]),
    ).toEqual([
      ["Family", "button"],
      ["Built", "button"],
    ]);
    built?.dispatchEvent(new (parseHTML("").Event)("click"));
    expect(rows()).toEqual(["Gemma", "Qwen", "Phi"]);
    expect([...document.querySelectorAll("th[scope=col]")].map((one) => one.getAttribute("aria-sort"))).toEqual([
      null,
      "ascending",
    ]);
    built?.dispatchEvent(new (parseHTML("").Event)("click"));
    expect(rows()).toEqual(["Qwen", "Gemma", "Phi"]);
  });

  test("has a labelled field that hides rows and says how many are left", () => {
    const { document, Event } = enhanced();
    const input = document.querySelector("label.filter input") as unknown as HTMLInputElement;
    expect(document.querySelector("label.filter")?.nextElementSibling?.className).toBe("scroll");
    input.value = "ge";
    input.dispatchEvent(new Event("input") as unknown as globalThis.Event);
    expect([...document.querySelectorAll("tbody tr")].map((row) => (row as unknown as HTMLElement).hidden)).toEqual([
      true,
      true,
      false,
    ]);
    expect(document.querySelector("[role=status]")?.textContent).toBe(" 1 of 3 rows");
    input.value = "";
    input.dispatchEvent(new Event("input") as unknown as globalThis.Event);
    expect(document.querySelector("[role=status]")?.textContent).toBe("");
  });

  test("without the script is a plain table", () => {
    const { document } = parseHTML(html);
    expect(document.querySelectorAll("button, input")).toHaveLength(0);
  });
});
