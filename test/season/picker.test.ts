import { describe, expect, test } from "vitest";
import type { Edition } from "#loaders/schema/edition.ts";
import { choices, type Pickable, pageOf, pagesOf } from "#site/lib/picker.ts";

const pickable = (
  id: string,
  chapters: readonly string[],
  rest: { conflicts?: boolean; status?: Edition["status"] } = {},
): Pickable => ({
  edition: {
    id,
    title: `The ${id}`,
    status: rest.status ?? "draft",
    as_of: "2025-09-30",
    compiled: "2025-09-30",
    sources: {},
  },
  chapters: chapters.map((name) => ({ analysis: { id: name, label: name.toUpperCase() } })),
  ledger: { conflicts: rest.conflicts ?? false },
});

const editions = [
  pickable("2026-autumn", ["scale", "size"], { conflicts: true }),
  pickable("2025-autumn", ["scale"], { status: "released" }),
];
const other = (page: string) => choices(editions, "2026-autumn", page)[1];

describe("the way to the same page of another edition", () => {
  test.each(["", "scale/", "claims/", "methodology/", "sources/", "changes/", "errata/"])(
    "/2026-autumn/%s is kept",
    (page) => expect(other(page)).toMatchObject({ id: "2025-autumn", page, lacks: null, here: false, draft: false }),
  );

  test("a chapter that it lacks is named, and the way leads to its front page", () => {
    expect(other("size/")).toMatchObject({ page: "", lacks: "no chapter “SIZE”" });
    expect(other("claims/conflicts/")).toMatchObject({ page: "", lacks: "no prose on figures that conflict" });
    expect(other("nothing/")).toMatchObject({ page: "", lacks: "no such page" });
  });

  test("every edition is listed, newest first, its own marked", () => {
    const all = choices(editions, "2025-autumn", "scale/");
    expect(all.map(({ id, here }) => [id, here])).toEqual([
      ["2026-autumn", false],
      ["2025-autumn", true],
    ]);
  });
});

test.each([
  ["/2026-autumn/scale/", "scale/"],
  ["/2026-autumn/", ""],
  ["/under/a/base/2026-autumn/claims/conflicts/", "claims/conflicts/"],
  ["/", ""],
  ["/404", ""],
])("the page of %s is %j", (pathname, page) => expect(pageOf(pathname, "2026-autumn")).toBe(page));

test("every page of an edition is known by name", () => {
  expect(editions.map((one) => pagesOf(one).map(({ page }) => page))).toEqual([
    ["", "claims/", "methodology/", "sources/", "changes/", "errata/", "claims/conflicts/", "scale/", "size/"],
    ["", "claims/", "methodology/", "sources/", "changes/", "errata/", "scale/"],
  ]);
});
