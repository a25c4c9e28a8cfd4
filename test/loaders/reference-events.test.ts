import { describe, expect, test } from "vitest";
import { readRegistries } from "#test/fixtures/registries.ts";

const owners =
  "owner,display_name,country,kind,parent,programme,confidence,source,note\n" +
  "swiss-ai,Swiss AI,CH,academia,,,high,unsourced,\n";
const header = "id,date,precision,title,kind,countries,owner,source,confidence,note\n";

const read = (...rows: string[]) => readRegistries({ owners, events: `${header}${rows.join("\n")}\n` });

test("an event: a day, several countries, an owner or none", async () => {
  const { events } = await read(
    "apertus,2025-09-02,day,Apertus,release,CH,swiss-ai,https://example.org/,high,",
    "bought,2025-10-01,month,One buys another,acquisition,DE+US,,unsourced,low,a note",
  );
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({ id: "apertus", date: "2025-09-02", owner: "swiss-ai", note: null });
  expect(events[1]).toMatchObject({ precision: "month", countries: "DE+US", owner: null, note: "a note" });
});

describe("refuses, naming file and line", () => {
  test.each([
    [
      "an unknown kind",
      "a,2025-09-02,day,A,party,CH,,unsourced,low,",
      'events.csv:2: kind "party" is not one of release',
    ],
    [
      "an unknown precision",
      "a,2025-09-01,week,A,release,CH,,unsourced,low,",
      'precision "week" is not one of day, month',
    ],
    ["an unknown confidence", "a,2025-09-02,day,A,release,CH,,unsourced,sure,", 'confidence "sure" is not one of high'],
    ["a day that is none", "a,2025-02-30,day,A,release,CH,,unsourced,low,", 'date "2025-02-30" is not a day'],
    ["a month alone", "a,2025-09,month,A,release,CH,,unsourced,low,", 'date "2025-09" is not a day'],
    [
      "a day within a month",
      "a,2025-09-02,month,A,release,CH,,unsourced,low,",
      "date 2025-09-02 is finer than its precision, month; end it in -01",
    ],
    [
      "a month within a year",
      "a,2025-09-01,year,A,release,CH,,unsourced,low,",
      "date 2025-09-01 is finer than its precision, year; end it in -01-01",
    ],
    ["no country", "a,2025-09-02,day,A,release,,,unsourced,low,", "countries is empty"],
    ["an unknown country", "a,2025-09-02,day,A,release,CH+XX,,unsourced,low,", 'country "XX"'],
    ["a country twice", "a,2025-09-02,day,A,release,CH+US+CH,,unsourced,low,", 'countries "CH+US+CH" repeats CH'],
    [
      "an owner of no row",
      "a,2025-09-02,day,A,release,CH,nobody,unsourced,low,",
      'owner "nobody" has no row in owners.csv',
    ],
    [
      "a source that is no URL",
      "a,2025-09-02,day,A,release,CH,,the web,low,",
      'source "the web" is not an http(s) URL',
    ],
    [
      "confidence without a source",
      "a,2025-09-02,day,A,release,CH,,unsourced,medium,",
      'confidence "medium" needs a source; write low, or the URL',
    ],
  ])("%s", async (_, row, message) => {
    await expect(read(row)).rejects.toThrow(message);
  });

  test("the same id in other case", async () => {
    const row = "2025-09-02,day,A,release,CH,,unsourced,low,";
    await expect(read(`a,${row}`, `A,${row}`)).rejects.toThrow('events.csv:3: id "a" is already on line 2');
  });
});
