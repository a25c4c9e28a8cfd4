import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedNotice } from "#site/lib/downloads.ts";
import { change } from "../support/drafts.ts";
import { standOnGeneratedHub } from "../support/generated-edition.ts";
import { copyProject } from "../support/tree.ts";
import { dist, files } from "./pages.ts";

const { root, remove } = copyProject();
afterAll(remove);

/** Runs the main job on the copy. */
function report(): { status: number | null; errors: string } {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/report.ts"], { cwd: root, encoding: "utf8" });
  return { status, errors: stderr };
}

const made = (file: string): string => readFileSync(join(root, "dist", file), "utf8");
const json = (file: string) => JSON.parse(made(file));
const edition = "2026-autumn";

describe("a draft made from a generated Hub", () => {
  beforeAll(() => {
    standOnGeneratedHub(root);
    expect(report()).toEqual({ status: 0, errors: expect.any(String) });
  });

  test("says so on every page, once, before all else, and asks not to be indexed", () => {
    const pages = globSync("**/*.html", { cwd: join(root, "dist") });
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      const [head = "", body = ""] = made(page).split("<body>");
      expect(head, page).toContain('<meta name="robots" content="noindex"');
      expect(body.split(generatedNotice).length, page).toBe(2);
      expect(body.indexOf(generatedNotice), page).toBeLessThan(body.indexOf("<header"));
    }
  });

  test("says so in every file for machines", () => {
    expect(json(`${edition}/facts.json`)).toMatchObject({ generated: true, notice: generatedNotice });
    expect(json(`${edition}/manifest.json`)).toMatchObject({ generated: true, notice: generatedNotice });
    expect(json("editions.json").editions).toMatchObject([{ id: edition, generated: true }]);
    const tables = json(`${edition}/manifest.json`).tables as { id: string; generated?: boolean }[];
    expect(tables.filter(({ generated }) => generated).map(({ id }) => id)).toEqual([
      "sovereignty/owner-downloads",
      "sovereignty/top-models",
    ]);
  });

  test("says so in every download of a figure, and of a table that was made from it", () => {
    const figures = globSync(`${edition}/figures/*.json`, { cwd: join(root, "dist") });
    expect(figures.length).toBeGreaterThan(8);
    for (const figure of figures) {
      expect(json(figure), figure).toMatchObject({ generated: true, notice: generatedNotice });
      expect(made(figure.replace(/json$/, "svg")), figure).toContain(generatedNotice);
      const [header, ...rows] = made(figure.replace(/json$/, "csv")).trim().split("\n");
      expect(header, figure).toMatch(/^generated,/);
      expect(
        rows.filter((row) => !row.startsWith("true,")),
        figure,
      ).toEqual([]);
    }
    expect(made(`${edition}/tables/sovereignty/owner-downloads.csv`)).toMatch(/^generated,.*\ntrue,/);
    expect(made(`${edition}/tables/sovereignty/curated-models.csv`)).toMatch(/^observed_on,/);
  });

  test("stands on the complete Hub in its sources, its query and its population", () => {
    const page = made(`${edition}/sovereignty/index.html`);
    expect(page).toContain("Population: the complete Hub");
    const [, query = ""] = page.split('id="code-sql-owner-downloads"');
    expect(query.split("</details>")[0]).toContain("WHERE source = &#39;hub&#39;");
    expect(query.split("</details>")[0]).not.toContain("osir-lmts");
    expect(json(`${edition}/facts.json`).facts).toContainEqual(
      expect.objectContaining({ id: "us-share-last", complete: true, sources: ["hub", "tracked-models"] }),
    );
  });

  test("cannot be released", () => {
    change(root, `data/editions/${edition}.json`, (it) => ({ ...it, status: "released" }));
    const { status, errors } = report();
    expect(status).toBe(1);
    expect(errors).toContain("cannot be released: the source hub is generated");
    expect(errors).toContain("cannot be released: the table sovereignty/owner-downloads was made from generated rows");
  });

  test("nor is it a draft any more once its record denies it", () => {
    change(root, `data/editions/${edition}.json`, (it) => ({ ...it, status: "draft" }));
    change(root, "data/sources/hub.json", (it) => ({ ...it, generated: false }));
    const { status, errors } = report();
    expect(status).toBe(1);
    expect(errors).toContain("sovereignty/owner-downloads.arrow: was made from generated rows, and no record");
  });
});

test("the report itself says nothing of the kind", () => {
  const kinds = /\.(?:html|json|svg|csv)$/;
  const wrong = files.filter(
    (file) => kinds.test(file) && readFileSync(join(dist, file), "utf8").includes(generatedNotice),
  );
  expect(wrong).toEqual([]);
});
