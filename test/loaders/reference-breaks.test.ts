import { expect, test } from "vitest";
import { readRegistries } from "#test/fixtures/registries.ts";

const header = "id,source,counter,on,before,after,reference,confidence\n";
const read = (...rows: string[]) => readRegistries({ "definition-breaks": `${header}${rows.join("\n")}\n` });

test("a break: a counter, its first day, and what it counted before and after", async () => {
  const { breaks } = await read("one,hub,downloads,2024-09-01,calls,files,https://example.org/,high");
  expect(breaks).toEqual([
    {
      id: "one",
      source: "hub",
      counter: "downloads",
      on: "2024-09-01",
      before: "calls",
      after: "files",
      reference: "https://example.org/",
      confidence: "high",
    },
  ]);
});

test.each([
  [
    "the same on both sides",
    "a,hub,downloads,2024-09-01,calls,calls,unsourced,low",
    'before and after are both "calls"',
  ],
  ["no day", "a,hub,downloads,2024-09,calls,files,unsourced,low", 'on "2024-09" is not a day'],
  [
    "more confidence than its source earns",
    "a,hub,downloads,2024-09-01,calls,files,unsourced,high",
    'confidence "high" needs a source',
  ],
])("refuses %s", async (_, row, message) => {
  await expect(read(row)).rejects.toThrow(`definition-breaks.csv:2: ${message}`);
});
