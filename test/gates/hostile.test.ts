import { describe, expect, test } from "vitest";
import { shown } from "#loaders/gates/escape.ts";
import { named, tried } from "#test/fixtures/snapshot-gates.ts";
import { replacingOne } from "./breaks.ts";

const only = ["models"] as const;

describe("a name of another form is refused, and printed harmless", () => {
  test.each<[string, string, string]>([
    ["a script tag", "'owner-7/<script>alert(1)</script>'", "owner-7/<script>alert(1)</script>  33 characters"],
    ["a right-to-left mark", "'owner-7/m' || chr(8238) || 'gpj'", "owner-7/m\\u{202e}gpj  13 characters"],
    ["an emoji", "'owner-7/m-' || chr(129303)", "owner-7/m-🤗  11 characters"],
    ["300 characters", "'owner-7/' || repeat('a', 292)", `owner-7/${"a".repeat(72)}… (300 characters)  300 characters`],
    ["a line break", "'owner-7/m' || chr(10) || 'x'", "owner-7/m\\u{a}x  11 characters"],
    ["two slashes", "'owner-7/m/7'", "owner-7/m/7  11 characters"],
    ["nothing after the slash", "'owner-7/'", "owner-7/  8 characters"],
    ["letters that look like others", "'owner-7/mоdel'", "owner-7/mоdel  13 characters"],
  ])("%s", async (_, sql, row) => {
    const found = await tried({ ...replacingOne("models", "id", sql), only });
    expect(named(found, "failed")).toEqual(["models/id-form"]);
    expect(found.get("models/id-form")?.rows).toEqual([row]);
  });
});

test("the same texts elsewhere are the loaders' business and harm nothing here", async () => {
  const text = "'<script>' || chr(8238) || chr(129303) || repeat('a', 300)";
  for (const column of ["pipeline_tag", "library_name"])
    expect(named(await tried({ ...replacingOne("models", column, text), only }), "failed")).toEqual([]);
  expect(named(await tried({ ...replacingOne("models", "tags", `[${text}]`), only }), "failed")).toEqual([]);
});

describe("values that no counter can have are refused", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "2^53 - 1 downloads are a whole number, yet not plausible",
      "downloadsAllTime",
      "9007199254740991",
      ["models/all-time-plausible"],
    ],
    [
      "2^53 downloads are neither",
      "downloadsAllTime",
      "9007199254740992",
      ["models/all-time-plausible", "models/counters-whole"],
    ],
    [
      "the largest number of 64 bits",
      "downloadsAllTime",
      "9223372036854775807",
      ["models/all-time-plausible", "models/counters-whole"],
    ],
    [
      "the smallest",
      "downloadsAllTime",
      "(-9223372036854775807 - 1)",
      ["models/all-time-above-window", "models/counters-whole"],
    ],
    ["ten billion downloads are the most", "downloads", "10000000000", ["models/all-time-above-window"]],
  ])("%s", async (_, column, sql, failed) => {
    expect(named(await tried({ ...replacingOne("models", column, sql), only }), "failed")).toEqual(failed);
  });

  test("also beside a predecessor, where differences of such numbers must not overflow", async () => {
    const least = replacingOne("models", "downloadsAllTime", "(-9223372036854775807 - 1)");
    const most = replacingOne("models", "downloadsAllTime", "9223372036854775807");
    const found = await tried({ ...least, before: most, only });
    expect(found.get("models/counters-fell")?.rows[0]).toBe(
      "owner-7/m-7  -9223372036854775808 after 9223372036854775807",
    );
    expect(found.get("models/whole-file")?.verdict).toBe("passed");
  });

  test("parameters at the limit pass, above it not", async () => {
    const total = (sql: string) => replacingOne("models", "safetensors", `struct_update(safetensors, total := ${sql})`);
    expect(named(await tried({ ...total("100000000000000"), only }), "failed")).toEqual([]);
    expect(named(await tried({ ...total("100000000000001"), only }), "failed")).toEqual([
      "models/safetensors-plausible",
    ]);
  });
});

describe("text of the data is printed so that it controls nothing", () => {
  test.each<[string, string, string]>([
    ["escape codes", "\u001b[31mred\u0007", "\\u{1b}[31mred\\u{7}"],
    ["directions", "a\u202eb\u2066c\u200fd", "a\\u{202e}b\\u{2066}c\\u{200f}d"],
    ["what is not seen", "a\u200bb\ufeffc\u00add", "a\\u{200b}b\\u{feff}c\\u{ad}d"],
    ["ends of lines", "a\r\nb\u2028c\u2029d", "a\\u{d}\\u{a}b\\u{2028}c\\u{2029}d"],
    ["half a pair", "a\ud83eb", "a\\u{d83e}b"],
    ["letters and emoji stay", "Größe 模型 🤗", "Größe 模型 🤗"],
    ["80 characters stay", "🤗".repeat(80), "🤗".repeat(80)],
    ["81 are cut", "🤗".repeat(81), `${"🤗".repeat(80)}… (81 characters)`],
  ])("%s", (_, text, printed) => {
    expect(shown(text)).toBe(printed);
  });
});
