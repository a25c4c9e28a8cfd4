import { expect, test, vi } from "vitest";
import { hubReleaseMonths, hubReleaseSpells } from "#analyses/lifetimes/tables.ts";
import { readReference } from "#loaders/reference.ts";
import { hubLoads, hubSource } from "#test/fixtures/hub-files.ts";
import { evidenceOf } from "#test/support/hub.ts";

vi.setConfig({ testTimeout: 60_000 });

const reference = { ...(await readReference("data/reference")), corrections: [] };
const days = ["2026-01-07", "2026-02-11", "2026-02-18", "2026-03-11", "2026-05-20"] as const;

/** A model on each of the days, null where it is not listed: its name and its downloads. */
interface Listed {
  readonly created: string;
  readonly on: readonly (readonly [id: string, downloads: number] | null)[];
}

const all: Readonly<Record<string, Listed>> = {
  fell: { created: "2026-01-10", on: [null, ["Qwen/a", 1000], ["Qwen/a", 10], ["Qwen/a", 500], ["Qwen/a", 90]] },
  renamed: { created: "2026-01-10", on: [null, ["ann/b", 100], ["ann/b", 100], ["ann/c", 90], ["bob/c", 60]] },
  young: { created: "2026-02-09", on: [null, ["cy/d", 5000], ["cy/d", 5000], ["cy/d", 400], ["cy/d", 100]] },
  unused: { created: "2026-01-10", on: [null, ["cy/e", 99], ["cy/e", 5000], ["cy/e", 5000], ["cy/e", 5000]] },
  old: {
    created: "2026-01-06",
    on: [
      ["cy/f", 900],
      ["cy/f", 900],
      ["cy/f", 1],
      ["cy/f", 1],
      ["cy/f", 1],
    ],
  },
  late: { created: "2026-01-10", on: [null, null, ["cy/g", 900], ["cy/g", 900], ["cy/g", 1]] },
};

/** Rows of both tables over the days; one of them without identities, if so asked. */
async function reduced(withoutIds = false) {
  const files = days.map((day, i) => {
    const rows = Object.entries(all).flatMap(([key, { created, on }]) => {
      const [id, downloads] = on[i] ?? [];
      const hex = [...key].map((letter) => letter.charCodeAt(0).toString(16)).join("");
      return id === undefined ? [] : [{ _id: hex.padEnd(24, "0"), id, downloads, createdAt: `${created} 00:00:00` }];
    });
    const types: Record<string, string | null> = withoutIds && i === 2 ? { _id: null } : {};
    return [day, { models: { rows, types } }] as const;
  });
  const loads = hubLoads(await hubSource(Object.fromEntries(files)));
  return evidenceOf(loads, [hubReleaseMonths, hubReleaseSpells], reference);
}

const spells = (found: Awaited<ReturnType<typeof reduced>>) =>
  (found.get("hub-release-spells") ?? [])
    .filter(({ base, threshold }) => base === "first" && threshold === "half")
    .map(({ author, reach, held_days: held, days: watched, fell, models }) => [
      author,
      reach,
      held,
      watched,
      fell,
      models,
    ]);

test("a release is followed from the first snapshot 30 days after its creation, across renames, past overlapping windows", async () => {
  const found = await reduced();
  expect(spells(found)).toEqual([
    ["(unregistered 1)", 100, 98, 98, false, 1],
    ["(unregistered 2)", 100, 0, 70, true, 1],
    ["Qwen", 1000, 0, 28, true, 1],
  ]);
  const months = found
    .get("hub-release-months")
    ?.map(({ months, reach, kept, models }) => [months, reach, kept, models]);
  expect(months).toEqual([
    [1, 100, 90, 1],
    [1, 1000, 50, 1],
    [2, 100, 25, 1],
    [3, 100, 60, 1],
    [3, 1000, 9, 1],
  ]);
});

test("where a snapshot has no identities, a model under a new name is lost, and is no release", async () => {
  expect(spells(await reduced(true))).toEqual([
    ["(unregistered 2)", 100, 0, 70, true, 1],
    ["Qwen", 1000, 0, 28, true, 1],
  ]);
});
