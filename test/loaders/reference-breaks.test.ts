import { expect, test } from "vitest";
import { readRegistries } from "#test/fixtures/registries.ts";

const header = "id,source,counts,counter,on,until,note,before,after,reference,confidence\n";
const read = (...rows: string[]) => readRegistries({ "definition-breaks": `${header}${rows.join("\n")}\n` });

test("a break: a counter, its first day, and what it counted before and after", async () => {
  const { breaks } = await read(
    "one,hub,model-downloads,downloads,2024-09-01,,two words,calls,files,https://example.org/,high",
  );
  expect(breaks).toEqual([
    {
      id: "one",
      source: "hub",
      counts: "model-downloads",
      counter: "downloads",
      on: "2024-09-01",
      until: null,
      note: "two words",
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
    "a,hub,models,downloads,2024-09-01,,words,calls,calls,unsourced,low",
    'before and after are both "calls"',
  ],
  ["no day", "a,hub,models,downloads,2024-09,,words,calls,files,unsourced,low", 'on "2024-09" is not a day'],
  [
    "more confidence than its source earns",
    "a,hub,models,downloads,2024-09-01,,words,calls,files,unsourced,high",
    'confidence "high" needs a source',
  ],
  [
    "a counter that nobody knows",
    "a,hub,models+stars,downloads,2024-09-01,,words,calls,files,unsourced,low",
    'counts "stars" is not one of model-downloads',
  ],
  [
    "an end before the beginning",
    "a,hub,models,downloads,2024-09-01,2024-08-01,words,calls,files,unsourced,low",
    "until 2024-08-01 is before on 2024-09-01",
  ],
  [
    "a note that no phone has room for",
    "a,hub,models,downloads,2024-09-01,,words that go on for far too long,calls,files,unsourced,low",
    'note "words that go on for far too long" has 33 characters, not 24 at most',
  ],
])("refuses %s", async (_, row, message) => {
  await expect(read(row)).rejects.toThrow(`definition-breaks.csv:2: ${message}`);
});
