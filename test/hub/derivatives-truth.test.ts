import { beforeAll, describe, expect, test } from "vitest";
import derivatives from "#analyses/derivatives/analysis.ts";
import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { copiers, countOn, publishers, type TrueLineage } from "#test/oracles/derivatives-truth.ts";
import { generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import { type HubChapter, hubChapter, linesOf, onHubOf, trueRows, unnoticedSwaps } from "#test/support/hub-chapters.ts";

const schemas: EvidenceSchema[] = Object.values(onHubOf(derivatives, ["hub"]).tables);
const [lineage, builders] = ["lineage", "builders"].map((name) => schemas.find((one) => one.name === name));
const { companyOf, placeOf } = publishers(reference.owners);
const companies = { alibaba: "Alibaba", meta: "Meta", google: "Google", mistral: "Mistral AI", deepseek: "DeepSeek" };
const reaches = ["base", "root"] as const;

describe.each(truthHubs)("derivatives on a generated Hub %s", (_, options) => {
  let of: HubChapter;
  let day: string | undefined;
  let rows: readonly TrueLineage[];
  let edges: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    const { dir, hub } = await generatedOnce(options);
    day = hub.days.at(-1);
    of = await hubChapter(derivatives, dir);
    rows = trueRows(of, "lineage") as unknown as TrueLineage[];
    [edges = {}] = trueRows(of, "edges");
  }, 120_000);

  const said = (id: string) => Number(of.chapter.facts.get(id)?.value);
  const sum = (some: readonly { readonly models: number }[]) => some.reduce((all, { models }) => all + models, 0);
  const ofCompany = (company: string) => (owner: string) => companyOf(owner) === company;

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(schema.name === "edges" ? 0 : 100);
    expect(lines.found).toEqual(lines.truth);
  });

  test("any two statistics swapped would be found; of the one row of edges, any two that differ", () => {
    for (const schema of [lineage, builders]) expect(unnoticedSwaps(of, schema as EvidenceSchema)).toEqual([]);
    const columns = Object.keys(edges).filter((column) => column !== "source" && column !== "observed_on");
    expect(new Set(columns.map((column) => edges[column])).size).toBeGreaterThan(columns.length - 3);
    expect([edges.several, edges.own_base, edges.unlisted].map(Number).every((count) => count > 0)).toBe(true);
  });

  test("how the Hub hangs together is told as the generator counted it", () => {
    for (const id of ["models", "derived", "bases", "roots", "several", "rootless"])
      expect(said(id), id).toBe(edges[id]);
    const others = { pairs: "edges", "most-bases": "most_bases", "own-base": "own_base", "on-cycle": "on_cycle" };
    for (const [id, column] of Object.entries(others)) expect(said(id), id).toBe(edges[column]);
    expect(said("only-own-base")).toBe(edges.only_own_base);
    expect(said("unlisted")).toBeCloseTo(Number(edges.unlisted) / Number(edges.bases), 9);
    expect(said("derived")).toBe(sum(rows));
  });

  test("steps to roots follow from the generator's lineages", () => {
    const derived = sum(rows);
    const at = (holds: (steps: number) => boolean) => sum(rows.filter(({ steps }) => steps !== null && holds(steps)));
    expect(said("one-step")).toBeCloseTo(at((steps) => steps === 1) / derived, 9);
    expect(said("two-steps")).toBeCloseTo(at((steps) => steps === 2) / derived, 9);
    expect(said("further")).toBeCloseTo(at((steps) => steps > 2) / derived, 9);
    const deepest = Math.max(...rows.map(({ most_steps: most }) => most ?? 0));
    expect(deepest).toBeGreaterThan(3);
    expect(said("deepest")).toBe(deepest);
  });

  test("what builds on each company, one step back and at the root, follows from the generator's lineages", () => {
    const copies = copiers(rows, companyOf);
    expect(said("reuploaders")).toBe(copies.size);
    for (const reach of reaches) {
      for (const [id, company] of Object.entries(companies)) {
        const { part, open } = countOn(rows, reach, ofCompany(company), copies);
        expect(said(`${id}-${reach}`), `${id} ${reach}`).toBe(part);
        expect(said(`${id}-${reach}-share`)).toBeCloseTo(part / sum(rows), 9);
        const bounds = of.chapter.facts.get(`${id}-${reach}`)?.bounds ?? null;
        expect(bounds).toEqual(open === 0 ? null : { lower: part, upper: part + open });
      }
      const [a, g, m] = ["Alibaba", "Google", "Meta"].map((one) => countOn(rows, reach, ofCompany(one), copies).part);
      expect(said(`ratio-${reach}`)).toBeCloseTo((a ?? 0) / ((g ?? 0) + (m ?? 0)), 9);
      const copied = countOn(rows, reach, (owner) => copies.has(owner), new Set());
      expect(said(`copies-${reach}`)).toBeCloseTo(copied.part / sum(rows), 9);
      for (const place of ["US", "CN", "FR"]) {
        const { part } = countOn(rows, reach, (owner) => placeOf(owner) === place && !copies.has(owner), copies);
        expect(said(`${place.toLowerCase()}-${reach}`), place).toBeCloseTo(part / sum(rows), 9);
      }
    }
  });

  test("relations, unplaced publishers and building namespaces follow from the generator's counts", () => {
    for (const relation of ["finetune", "quantized", "merge", "adapter"]) {
      const own = rows.filter((row) => row.relation === relation);
      if (own.length > 0) expect(said(relation), relation).toBeCloseTo(sum(own) / sum(rows), 9);
    }
    expect(said("unplaced-publishers")).toBeCloseTo(
      sum(rows.filter(({ owner }) => placeOf(owner) === null)) / sum(rows),
      9,
    );
    const spaces = trueRows(of, "builders").filter(({ reach }) => reach === "base");
    const count = (some: typeof spaces) => some.reduce((all, { namespaces }) => all + Number(namespaces), 0);
    const onMeta = spaces.filter(({ owners }) => String(owners).split("+").some(ofCompany("Meta")));
    expect([said("builders"), said("meta-builders-base")]).toEqual([count(spaces), count(onMeta) / count(spaces)]);
  });

  test("the chapter stands on the complete Hub, nothing is wrong with it, and its headlines are checked above", () => {
    expect(of.chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(of.chapter.findings.basis).toMatchObject({ complete: true, asOf: day, sources: ["hub"] });
    const checked = ["ratio-root", "meta-root-share", "copies-base", "one-step"].map((id) => of.chapter.facts.get(id));
    expect(of.chapter.headlines.map(({ fact }) => fact)).toEqual(checked);
  });
});
