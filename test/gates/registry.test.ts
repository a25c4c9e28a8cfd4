import { expect, test } from "vitest";
import { gateKinds } from "#loaders/schema/gates.ts";
import { readRegistries } from "#test/fixtures/registries.ts";
import { gates } from "#test/fixtures/snapshot-gates.ts";

const header = "id,tables,kind,subject,scope,least,most,exceptions,waivable,statement,reason,source\n";
const good = "a-rule,models+datasets,range,downloads,any,0,5,0.1,true,It holds.,Because.,unsourced\n";
const reading = (row: string) => readRegistries({ gates: header + row });

test("a sound rule is read", async () => {
  const { gates: read } = await reading(good);
  expect(read).toEqual([
    {
      id: "a-rule",
      tables: "models+datasets",
      kind: "range",
      subject: "downloads",
      scope: "any",
      least: 0,
      most: 5,
      exceptions: 0.1,
      waivable: true,
      statement: "It holds.",
      reason: "Because.",
      source: "unsourced",
    },
  ]);
});

test.each<[string, [string, string], string]>([
  ["an id", ["a-rule", "A rule"], 'id "A rule" is not in lower case with single -'],
  ["a table", ["models+datasets", "models+spaces"], 'table "spaces" is not one of models, datasets, daily_papers'],
  ["a kind", ["range", "guess"], 'kind "guess" is not one of columns'],
  ["a column that the table lacks", ["downloads", "mainSize"], 'subject "mainSize" is none of range in models'],
  ["a subject that the kind lacks", ["range,downloads", "drift,stars"], 'subject "stars" is none of drift in models'],
  [
    "a way of dating",
    ["range,downloads", "dates,past createdAt"],
    'subject "past createdAt" is none of dates in models',
  ],
  ["a scope", [",any,", ",some,"], 'scope "some" is not one of any, hub'],
  ["no limit", [",0,5,", ",,,"], "range needs least or most"],
  ["limits the wrong way round", [",0,5,", ",6,5,"], "least 6 is above most 5"],
  ["a share of all", ["0.1", "1"], "exceptions 1 is no share below 1"],
  ["no answer to waiving", ["true", "perhaps"], 'waivable "perhaps" is not true or false'],
  ["a source", ["unsourced", "somewhere"], 'source "somewhere" is not an http(s) URL or unsourced'],
])("the registry refuses %s", async (_, [from, to], message) => {
  expect(good).toContain(from);
  await expect(reading(good.replace(from, to))).rejects.toThrow(message);
});

test("the project's rules use every kind, and say what can never be waived", () => {
  expect(new Set(gates.map(({ kind }) => kind))).toEqual(new Set(gateKinds));
  const never = gates.filter(({ waivable }) => !waivable).map(({ id }) => id);
  expect(never).toEqual([
    ...["whole-file", "needed-columns", "column-types", "generated-mark", "generated-identities", "not-empty"],
    ...["keys-known", "keys-unique", "hub-ids-unique", "counters-whole"],
  ]);
});
