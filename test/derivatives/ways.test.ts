import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { basesOf, lowered, rawEdges, rootsOf, spaceOf } from "#test/oracles/lineage.ts";
import { type Bases, companyOf, copyists, countOf, familyOf, known } from "#test/oracles/lineage-companies.ts";
import { derivatives } from "#test/support/derivatives.ts";

const told = { alibaba: "Alibaba", meta: "Meta", google: "Google", mistral: "Mistral AI" } as const;
const relations = {
  ...{ "fine-tunes alone": "finetuned", "quantisations alone": "quantized" },
  ...{ "merges alone": "merged", "adapters alone": "adapter" },
} as const;

describeReal("other ways to count, by plain loops over the raw edges", () => {
  let bases: Bases;
  let relation: Map<string, string>;
  let copies: Set<string>;
  let chapter: Chapter;
  const roots = new Map<string, Set<string>>();

  beforeAll(async () => {
    const [path = ""] = (await realFiles("textgen-lineage")).values();
    const raw = rawEdges(path);
    bases = lowered(basesOf(raw));
    relation = new Map(raw.filter((e) => e.source !== e.target).map((e) => [e.target.toLowerCase(), e.edge]));
    copies = copyists(bases, relation);
    for (const model of bases.keys()) roots.set(model, rootsOf(model, bases));
    chapter = await derivatives();
  }, 120_000);

  const ends = { base: (model: string) => bases.get(model) ?? [], root: (model: string) => roots.get(model) ?? [] };
  const other = (id: string, label: string): number | undefined =>
    chapter.facts.get(id)?.variants.find((variant) => variant.label === label)?.value;
  const only = (keeps: (model: string) => boolean): Bases => new Map([...bases].filter(([model]) => keeps(model)));

  /** Whether a model builds, one step back, on one of its own company, or of its own namespace where no row names one. */
  const own = (model: string): boolean =>
    ends
      .base(model)
      .some((base) =>
        known.has(spaceOf(model)) ? companyOf(base) === companyOf(model) : spaceOf(base) === spaceOf(model),
      );

  const shareOf = (some: Bases, reach: "base" | "root", company: string): number =>
    countOf(some, ends[reach], (end) => companyOf(end) === company) / some.size;

  test.each(["base", "root"] as const)(
    "relations by themselves, and without what is built on one's own, %s",
    (reach) => {
      const kept = only((model) => !own(model));
      for (const [id, company] of Object.entries(told)) {
        const share = `${id}-${reach}-share`;
        expect(other(share, "models built on their publisher's own left out")).toBeCloseTo(
          shareOf(kept, reach, company),
          10,
        );
        for (const [label, word] of Object.entries(relations)) {
          const some = only((model) => relation.get(model) === word);
          expect(other(share, label), `${share}, ${label}`).toBeCloseTo(shareOf(some, reach, company), 10);
        }
      }
    },
  );

  test.each(["base", "root"] as const)("without models on copies of re-uploaders, %s", (reach) => {
    const kept = only((model) => ![...ends[reach](model)].some((end) => copies.has(spaceOf(end))));
    for (const [id, company] of Object.entries(told))
      expect(other(`${id}-${reach}-share`, "models on copies of re-uploaders left out")).toBeCloseTo(
        shareOf(kept, reach, company),
        10,
      );
  });

  test("copies credited to the company whose family their names state", () => {
    const credited = (company: string) => (end: string) =>
      companyOf(end) === company || (copies.has(spaceOf(end)) && familyOf(end) === company);
    for (const [id, company] of Object.entries(told))
      expect(other(`${id}-root-share`, "copies credited to the family of their name")).toBeCloseTo(
        countOf(bases, ends.root, credited(company)) / bases.size,
        10,
      );
  });

  test("what copies of Unsloth are of, by their names", () => {
    const stopped = only((model) => [...ends.root(model)].some((end) => companyOf(end) === "unsloth"));
    for (const [id, company] of Object.entries(told)) {
      const of = countOf(stopped, ends.root, (end) => companyOf(end) === "unsloth" && familyOf(end) === company);
      expect(chapter.facts.get(`copies-of-${id}`)?.value, id).toBeCloseTo(of / stopped.size, 10);
    }
  });
});
