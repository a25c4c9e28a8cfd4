import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { causes } from "#kit/changes/causes.ts";
import type { Changes } from "#site/lib/changes/types.ts";
import { dist } from "./pages.ts";

interface Facts {
  readonly facts: readonly { readonly analysis: string; readonly id: string; readonly value: number | string }[];
}

const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, path), "utf8")) as T;
const { editions } = json<{ editions: { id: string; title: string }[] }>("editions.json");
const page = (edition: string) =>
  parseHTML(readFileSync(join(dist, edition, "changes", "index.html"), "utf8")).document;
const text = (element: Element | null | undefined) => element?.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";

test("the first edition says that nothing stands before it, and lists nothing", () => {
  const first = editions.at(-1)?.id ?? "";
  expect(json<Changes>(`${first}/changes.json`)).toMatchObject({ before: null, facts: [], chapters: [] });
  expect(text(page(first).querySelector("main"))).toContain("it is the first edition");
  expect(page(first).querySelectorAll("main table")).toHaveLength(0);
});

describe.each(editions.slice(0, -1).map(({ id }, i) => [id, editions[i + 1]?.id ?? ""] as const))(
  "%s against %s",
  (edition, before) => {
    const changes = json<Changes>(`${edition}/changes.json`);
    const document = page(edition);
    const rows = [...document.querySelectorAll("[id^='c-']")];
    const published = (id: string) =>
      new Map(json<Facts>(`${id}/facts.json`).facts.map((fact) => [`${fact.analysis}/${fact.id}`, fact.value]));

    test("every fact of both editions stands in it once, with the values that they publish", () => {
      const [old, now] = [published(before), published(edition)];
      const listed = new Map(changes.facts.map((entry) => [`${entry.analysis}/${entry.id}`, entry]));
      expect(listed.size).toBe(changes.facts.length);
      expect([...listed.keys()].sort()).toEqual([...new Set([...old.keys(), ...now.keys()])].sort());
      for (const [key, entry] of listed) {
        expect([key, entry.old?.value, entry.new?.value]).toEqual([key, old.get(key), now.get(key)]);
        expect(entry.causes.length).toBeGreaterThan(0);
      }
    });

    test("the page has a place for each, with its values and its cause", () => {
      expect(rows.map(({ id }) => id).sort()).toEqual(
        changes.facts.map(({ analysis, id }) => `c-${analysis}-${id}`).sort(),
      );
      for (const entry of changes.facts.slice(0, 400)) {
        const row = document.getElementById(`c-${entry.analysis}-${entry.id}`);
        const words = [entry.old, entry.new].flatMap((side) =>
          side === null ? [] : side.text.replaceAll(/\s+/g, " "),
        );
        for (const word of words) expect(text(row), entry.id).toContain(word);
        const cause = text(row?.querySelector("td:last-child"));
        const around = text(row?.closest("details")?.querySelector("summary"));
        expect((words.length === 2 ? cause : around).toLowerCase(), entry.id).toContain(entry.causes[0]?.cause);
      }
    });

    test("the summary adds up: by chapter, by cause, and all", () => {
      const counts = causes.map(
        (cause) => changes.facts.filter(({ causes: [first] }) => first?.cause === cause).length,
      );
      expect(changes.tally.map(({ count }) => count)).toEqual(counts);
      const foot = [...document.querySelectorAll(".tally tfoot td")].map((cell) =>
        Number(text(cell).replaceAll(",", "")),
      );
      expect(foot).toEqual([changes.facts.length, ...counts.filter((count) => count > 0)]);
    });
  },
);
