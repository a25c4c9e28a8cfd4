import { beforeAll, describe, expect, test } from "vitest";
import science from "#analyses/science/analysis.ts";
import { generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";
import { committed } from "#test/support/science-chapter.ts";

const own = ["training-access", "labelled-strata"] as const;

/** Tables of the chapter that no snapshot of the Hub gives, as they are committed. */
const beside = Object.fromEntries(own.map((name) => [name, committed()[name] ?? []]));
const schemas = Object.values(onHubOf(science, ["hub"]).tables).filter(({ sources }) => sources.includes("hub"));
const kinds = [
  ["model", ""],
  ["dataset", "other-"],
] as const;

type Row = Readonly<Record<string, unknown>>;

describe.each(truthHubs)("science on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let last: string;
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    last = hub.days.at(-1) ?? "";
    of = await hubChapter(science, dir, { rows: beside });
  }, 120_000);

  const said = (id: string) => of.chapter.facts.get(id)?.value;
  const rows = (name: string, kind: string, keep = (_: Row) => true) =>
    trueRows(of, name).filter((row) => row.kind === kind && keep(row));
  const sum = (some: readonly Row[], column: string) => {
    let total = 0;
    for (const row of some) total += Number(row[column]);
    return total;
  };
  const domain = (name: string) => (row: Row) => row.domain === name;

  test("tables that stand on the Hub are those that its files give", () => {
    expect(schemas.map(({ name }) => name).sort()).toEqual(
      ["paper-links", "science-downloads", "science-licences", "science-owners", "science-top"].sort(),
    );
  });

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(20);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test.each(kinds)("what %ss of science weigh follows from the generator's counts", (kind, prefix) => {
    const all = rows("science-owners", kind);
    const any = all.filter(({ domains }) => domains !== "(none)");
    const measures = { science: "repositories", downloads: "downloads_30d", likes: "likes" };
    for (const [id, column] of Object.entries(measures))
      expect(said(`${prefix}${id}-share`), id).toBeCloseTo(sum(any, column) / sum(all, column), 9);
    expect(said(`${prefix}all`)).toBe(sum(all, "repositories"));
    expect(said(`${prefix}science`)).toBe(sum(any, "repositories"));
    const [group] = rows("science-downloads", kind, domain("(any)"));
    expect(said(`${prefix}namespaces`)).toBe(group?.namespaces);
    expect(said(`${prefix}science-median`)).toBe(group?.median_downloads_30d);
    expect(said(`${prefix}science-mean`)).toBe(Math.round(sum(any, "downloads_30d") / sum(any, "repositories")));
    expect(said(`${prefix}science-unused`)).toBeCloseTo(Number(group?.unused) / sum(any, "repositories"), 9);
  });

  test.each(kinds)("the most downloaded %ss of science follow from the generator's counts", (kind, prefix) => {
    const top = rows("science-top", kind, domain("(any)")).sort((a, b) => Number(a.place) - Number(b.place));
    const [science, all] = ["(any)", "(all)"].map((name) =>
      sum(rows("science-downloads", kind, domain(name)), "downloads_30d"),
    );
    const three = sum(top.slice(0, 3), "downloads_30d");
    const [whole, every] = [science ?? 0, all ?? 0];
    expect(said(`${prefix}top-share`)).toBeCloseTo(Number(top[0]?.downloads_30d) / whole, 9);
    expect(said(`${prefix}top-three-share`)).toBeCloseTo(three / whole, 9);
    expect(said(`${prefix}downloads-share-rest`)).toBeCloseTo((whole - three) / (every - three), 9);
  });

  test.each(kinds)("domains of %ss follow from the generator's counts", (kind, prefix) => {
    const domains = rows("science-downloads", kind, ({ domain: name }) => /^[a-z]/.test(String(name))).filter(
      ({ domain: name }) => !String(name).startsWith("substring-"),
    );
    expect(domains.length).toBeGreaterThan(12);
    for (const row of domains) expect(said(`${prefix}${row.domain}`), String(row.domain)).toBe(row.repositories);
    const counts = domains.map(({ repositories }) => Number(repositories)).sort((a, b) => a - b);
    expect(said(`${prefix}domain-median`)).toBe(counts[Math.ceil(counts.length / 2) - 1]);
  });

  test.each(kinds)("publishers of %ss of science follow from the generator's counts", (kind, prefix) => {
    const known = new Map(reference.owners.map((row) => [row.owner, row]));
    const all = rows("science-owners", kind);
    const any = all.filter(({ domains }) => domains !== "(none)");
    for (const [id, group] of [
      ["science", any],
      ["every", all],
    ] as const) {
      const whole = sum(group, "downloads_30d");
      const of = (keep: (row: Row) => boolean) => sum(group.filter(keep), "downloads_30d") / whole;
      const owner = ({ owner: name }: Row) => known.get(String(name));
      expect(said(`${prefix}${id}-us`)).toBeCloseTo(
        of((row) => owner(row)?.country === "US"),
        9,
      );
      expect(said(`${prefix}${id}-industry`)).toBeCloseTo(
        of((row) => owner(row)?.kind === "industry"),
        9,
      );
      expect(said(`${prefix}${id}-attributed`)).toBeCloseTo(
        of((row) => (owner(row)?.kind ?? null) !== null),
        9,
      );
    }
  });

  test.each(kinds)(
    "what %ss state, and what substrings of tags miss, follows from the generator's counts",
    (kind, prefix) => {
      const whole = sum(rows("science-downloads", kind, domain("(any)")), "repositories");
      const unlicensed = rows("science-licences", kind, (row) => row.domain === "(any)" && row.licence === null);
      const [papers] = rows("paper-links", kind, domain("(any)"));
      expect(said(`${prefix}science-unlicensed`)).toBeCloseTo(sum(unlicensed, "repositories") / whole, 9);
      expect(said(`${prefix}science-with-paper`)).toBeCloseTo(Number(papers?.repositories) / whole, 9);
      expect([said(`${prefix}papers`), said(`${prefix}upvoted-papers`)]).toEqual([
        papers?.papers,
        papers?.upvoted_papers,
      ]);
      expect(Number(papers?.upvoted_papers)).toBeLessThan(Number(papers?.papers));
      const owners = rows("science-owners", kind);
      const [flagged, missed] = [
        owners.filter(({ flags }) => flags !== "(none)"),
        owners.filter(({ flags }) => flags === "(none)"),
      ];
      const says = ({ domains }: Row) => domains !== "(none)";
      expect(said(`${prefix}flagged`)).toBe(sum(flagged, "repositories"));
      const only = sum(
        flagged.filter((row) => !says(row)),
        "repositories",
      );
      expect(said(`${prefix}flagged-only`)).toBeCloseTo(only / sum(flagged, "repositories"), 9);
      expect(said(`${prefix}missed`)).toBeCloseTo(sum(missed.filter(says), "repositories") / whole, 9);
    },
  );

  test("the chapter stands on the complete Hub, and nothing is wrong with it", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: last, sources: ["hub"] });
  });
});
