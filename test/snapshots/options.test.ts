import { expect, test } from "vitest";
import { UsageError } from "#scripts/lib/cli.ts";
import { type Call, callOf, type Typed } from "#scripts/lib/snapshots/options.ts";

const day = "2026-05-20";

test.each<[string[], Typed, Call]>([
  [[], {}, { verb: "list" }],
  [["admit", "dir"], { accept: "models/rows-drift", because: "x" }, { verb: "admit", dir: "dir" }],
  [["check", "dir"], {}, { verb: "check", dir: "dir" }],
  [[], { source: "weekly", date: day }, { verb: "pull", wanted: { source: "weekly", date: day }, check: false }],
  [
    ["pull"],
    { source: "weekly", date: day, check: true },
    { verb: "pull", wanted: { source: "weekly", date: day }, check: true },
  ],
  [[], { source: "daily", date: day }, { verb: "pull", wanted: { source: "daily", date: day }, check: false }],
  [
    [],
    { source: "daily", revision: "v1" },
    { verb: "pull", wanted: { source: "daily", revision: "v1" }, check: false },
  ],
  [[], { source: "listing", top: "10" }, { verb: "listing", top: 10, check: false }],
  [["pull"], { source: "listing", top: "10", check: true }, { verb: "listing", top: 10, check: true }],
])("%j with %j is understood", (words, typed, call) => {
  expect(callOf(words, typed)).toEqual(call);
});

test.each<[string[], Typed, string]>([
  [["admit", "dir"], { check: true }, "--check goes with pull, not with admit"],
  [["check", "dir"], { check: true }, "--check goes with pull, not with check"],
  [["list"], { check: true }, "--check goes with pull, not with list"],
  [["list"], { accept: "a", because: "b" }, "--accept goes with pull, admit and check, not with list\n--because goes"],
  [["list"], { top: "10" }, "--top goes with pull, not with list"],
  [["pull"], {}, "pull needs --source"],
  [["pull", "dir"], { source: "weekly", date: day }, "pull takes no folder"],
  [[], { source: "weakly", date: day }, "did you mean weekly?"],
  [[], { source: "weekly", date: "last week" }, '--date takes YYYY-MM-DD, not "last week"'],
  [[], { source: "weekly", revision: "main" }, "--revision goes with --source daily"],
  [[], { source: "weekly", date: day, top: "10" }, "--top goes with --source listing"],
  [[], { source: "daily", date: day, revision: "main" }, "give --date or --revision, not both"],
  [[], { source: "daily", revision: "" }, "--revision needs a branch, a tag or a commit"],
  [[], { source: "listing", top: "0" }, "--source listing needs --top N"],
  [[], { source: "listing", top: "10", date: day }, "--date does not go with --source listing"],
])("%j with %j is called wrongly", (words, typed, message) => {
  expect(() => callOf(words, typed)).toThrow(UsageError);
  expect(() => callOf(words, typed)).toThrow(message);
});
