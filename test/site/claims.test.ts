import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readEditions } from "#loaders/editions.ts";
import { readReference } from "#loaders/reference.ts";
import { knownUntil } from "#loaders/until.ts";
import { dist, files } from "./pages.ts";

const reference = await readReference("data/reference");
const records = await readEditions("data/editions");
const editions = files.filter((file) => /^[^/]+\/claims\.json$/.test(file)).map((file) => file.split("/")[0] ?? "");
const read = (file: string) => readFileSync(join(dist, file), "utf8");

interface Claim {
  readonly id: string;
  readonly verdict: string;
  readonly text: string;
  readonly href: string;
  readonly needs: string;
  readonly nearest: { readonly text: string; readonly href: string; readonly broken: readonly string[] } | null;
}

test("there is a ledger", () => expect(editions).toContain("2026-autumn"));

describe.each(editions)("ledger of %s", (edition) => {
  const published = records.flatMap((one) =>
    one.id === edition ? knownUntil(one, reference).reference.published : [],
  );
  const file = JSON.parse(read(`${edition}/claims.json`));
  const claims: Claim[] = file.claims;
  const { document } = parseHTML(read(`${edition}/claims/index.html`));
  const rows = [...document.querySelectorAll("tr[id^='p-']")];
  const words = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();

  test("every published figure stands on the page and in the file once", () => {
    const ids = published.map(({ id }) => id).sort();
    expect(claims.map(({ id }) => id).sort()).toEqual(ids);
    expect(rows.map((row) => row.id.slice(2)).sort()).toEqual(ids);
  });

  test("the file says what the page says", () => {
    for (const { id, verdict, text, needs, nearest, href } of claims) {
      const [row] = rows.filter((one) => one.id === `p-${id}`);
      const [theirs, ours, judged, settles] = [...(row?.querySelectorAll("td") ?? [])].map((cell) =>
        words(cell.textContent),
      );
      expect(href, id).toBe(`/${edition}/claims/#p-${id}`);
      expect(theirs?.startsWith(words(text)), `${id}: ${theirs}`).toBe(true);
      expect(judged?.toLowerCase().startsWith(verdict), `${id}: ${judged}`).toBe(true);
      expect(settles?.toLowerCase().replaceAll("’", "'"), id).toBe(needs.toLowerCase());
      expect(ours?.startsWith(nearest === null ? "None" : words(nearest.text)), `${id}: ${ours}`).toBe(true);
      if (nearest !== null) expect(row?.querySelector(`td a[href='${nearest.href}']`), id).not.toBeNull();
      if (nearest !== null && nearest.broken.length > 0) expect(judged, id).toContain(nearest.broken.join(", "));
    }
  });

  test("a verdict on a number needs a nearest fact that breaks no rule, and the counts add up", () => {
    for (const { id, verdict, nearest } of claims) {
      const judged = nearest === null ? "not computable" : nearest.broken.length > 0 ? "not comparable" : null;
      if (judged === null) expect(["reproduced", "close", "differs"], id).toContain(verdict);
      else expect(verdict, id).toBe(judged);
    }
    const counted = new Map<string, number>(
      file.verdicts.map(({ verdict, count }: { verdict: string; count: number }) => [verdict, count]),
    );
    for (const [verdict, count] of counted)
      expect(claims.filter((claim) => claim.verdict === verdict)).toHaveLength(count);
    const foot = [...document.querySelectorAll(".tally tfoot td")].map((cell) => Number(cell.textContent));
    expect(foot).toEqual([claims.length, ...counted.values()]);
  });

  test("both indexes lead to every row", () => {
    const links = (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute("href") ?? "").sort();
    expect(links(".claim-list a")).toEqual(claims.map(({ id }) => `#p-${id}`).sort());
    expect(links(".tally tbody th a")).toHaveLength(new Set(published.map(({ theme }) => theme)).size);
  });

  test("nearest facts are those of facts.json", () => {
    const facts = JSON.parse(read(`${edition}/facts.json`)).facts as { href: string; text: string }[];
    const texts = new Map(facts.map(({ href, text }) => [href, words(text)]));
    for (const { id, nearest } of claims)
      if (nearest !== null) expect(texts.get(nearest.href), id).toBe(words(nearest.text));
  });
});
