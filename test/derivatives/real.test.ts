import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import type { RawModel } from "#test/oracles/hub.ts";
import {
  basesOf,
  longestOf,
  lowered,
  type RawEdge,
  rawEdges,
  rootsOf,
  spaceOf,
  stepsOf,
} from "#test/oracles/lineage.ts";
import { companyOf, copyists as copyistsOf, countOf, known } from "#test/oracles/lineage-companies.ts";
import { radarBases, rawRadar } from "#test/oracles/radar.ts";
import { derivatives } from "#test/support/derivatives.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

describeReal("plain loops over the raw edges give what the chapter says", () => {
  let raw: RawEdge[];
  let bases: Map<string, string[]>;
  let relation: Map<string, string>;
  let chapter: Chapter;
  const memo = new Map<string, Set<string>>();

  beforeAll(async () => {
    const [path = ""] = (await realFiles("textgen-lineage")).values();
    raw = rawEdges(path);
    bases = lowered(basesOf(raw));
    relation = new Map(raw.filter((e) => e.source !== e.target).map((e) => [e.target.toLowerCase(), e.edge]));
    for (const model of bases.keys()) memo.set(model, rootsOf(model, bases));
    chapter = await derivatives();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const bounds = (id: string) => chapter.facts.get(id)?.bounds;
  const other = (id: string, label: string) =>
    Number(chapter.facts.get(id)?.variants.find((variant) => variant.label === label)?.value);
  const near = (found: number | undefined, expected: number) => expect(found).toBeCloseTo(expected, 10);
  const hop = (model: string): readonly string[] => bases.get(model) ?? [];
  const root = (model: string): ReadonlySet<string> => memo.get(model) ?? new Set();
  const of = (company: string) => (end: string) => companyOf(end) === company;
  const companies = { alibaba: "Alibaba", meta: "Meta", google: "Google", mistral: "Mistral AI", unsloth: "unsloth" };

  const copyists = (share?: number): Set<string> => copyistsOf(bases, relation, share);

  test.each(Object.entries(companies))(
    "%s: one step back and at the root, with what copies could add",
    (id, company) => {
      const [one, far] = [countOf(bases, hop, of(company)), countOf(bases, root, of(company))];
      expect([value(`${id}-base`), value(`${id}-root`)]).toEqual([one, far]);
      expect(one).toBeGreaterThan(300);
      near(value(`${id}-root-share`), far / bases.size);
      const copies = copyists();
      let could = 0;
      for (const model of bases.keys()) {
        const ends = [...root(model)];
        if (!ends.some(of(company)) && ends.some((end) => copies.has(spaceOf(end)))) could += 1;
      }
      expect(bounds(`${id}-root`)).toEqual({ lower: far, upper: far + could });
    },
  );

  test.each(Object.entries(companies))(
    "%s: bases in equal parts, the first alone, and without those of several",
    (id, company) => {
      const part = (ends: readonly string[]): number => ends.filter(of(company)).length / ends.length;
      const first = (model: string): string => {
        let at = model;
        for (let base = hop(at)[0]; base !== undefined; base = hop(at)[0]) at = base;
        return at;
      };
      let [split, splitRoot, ones, onesRoot, single, singleRoot, all] = [0, 0, 0, 0, 0, 0, 0];
      for (const [model, from] of bases) {
        split += part(from);
        splitRoot += part([...root(model)]);
        ones += Number(of(company)(from[0] ?? ""));
        onesRoot += Number(of(company)(first(model)));
        if (from.length > 1) continue;
        all += 1;
        single += Number(from.some(of(company)));
        singleRoot += Number([...root(model)].some(of(company)));
      }
      near(other(`${id}-base-share`, "bases split in equal parts"), split / bases.size);
      near(other(`${id}-root-share`, "bases split in equal parts"), splitRoot / bases.size);
      near(other(`${id}-base-share`, "the base that is named first alone"), ones / bases.size);
      near(other(`${id}-root-share`, "the base that is named first alone"), onesRoot / bases.size);
      near(other(`${id}-base-share`, "models with several bases left out"), single / all);
      near(other(`${id}-root-share`, "models with several bases left out"), singleRoot / all);
    },
  );

  test("relations, and what each goes back to", () => {
    const words = { finetune: "finetuned", quantized: "quantized", merge: "merged", adapter: "adapter" };
    for (const [id, word] of Object.entries(words)) {
      const own = new Map([...bases].filter(([model]) => relation.get(model) === word));
      near(value(id), own.size / bases.size);
      near(value(`${id}-meta`), countOf(own, root, of("Meta")) / own.size);
      near(value(`${id}-alibaba`), countOf(own, root, of("Alibaba")) / own.size);
    }
  });

  test("Alibaba over Google and Meta, and the same for namespaces counted once each", () => {
    for (const [reach, ends] of [
      ["base", hop],
      ["root", root],
    ] as const) {
      const models = (company: string): number => countOf(bases, ends, of(company));
      near(value(`ratio-${reach}`), models("Alibaba") / (models("Google") + models("Meta")));
      expect(value(`pair-${reach}`)).toBe(models("Google") + models("Meta"));
      const spaces = (company: string): number => {
        const found = new Set<string>();
        for (const model of bases.keys()) if ([...ends(model)].some(of(company))) found.add(spaceOf(model));
        return found.size;
      };
      const label = "publishing namespaces counted, each once";
      near(other(`ratio-${reach}`, label), spaces("Alibaba") / (spaces("Google") + spaces("Meta")));
      const every = new Set([...bases.keys()].map(spaceOf)).size;
      near(value(`meta-builders-${reach}`), spaces("Meta") / every);
      expect(value("builders")).toBe(every);
    }
    near(value("alibaba-to-meta"), countOf(bases, hop, of("Alibaba")) / countOf(bases, hop, of("Meta")));
  });

  test("what goes through re-uploaders, and where Unsloth's copies lead", () => {
    for (const [share, label] of [
      [0.25, "25"],
      [0.75, "75"],
    ] as const) {
      const found = copyists(share);
      const through = countOf(bases, hop, (base) => found.has(spaceOf(base)));
      near(other("copies-base", `re-uploaders from ${label} percent of copies`), through / bases.size);
    }
    const copies = copyists();
    expect(value("reuploaders")).toBe(copies.size);
    expect(copies.has("unsloth")).toBe(true);
    near(value("copies-base"), countOf(bases, hop, (base) => copies.has(spaceOf(base))) / bases.size);
    near(value("copies-root"), countOf(bases, root, (end) => copies.has(spaceOf(end))) / bases.size);
    const onUnsloth = new Map([...bases].filter(([, from]) => from.some(of("unsloth"))));
    const stay = countOf(onUnsloth, root, of("unsloth"));
    near(value("unsloth-passes"), 1 - stay / onUnsloth.size);
    near(value("unsloth-to-meta"), countOf(onUnsloth, root, of("Meta")) / onUnsloth.size);
    near(value("unsloth-to-alibaba"), countOf(onUnsloth, root, of("Alibaba")) / onUnsloth.size);
    near(value("pooled-root"), countOf(bases, root, (end) => !known.has(spaceOf(end))) / bases.size);
  });

  test("steps to the roots, by rings and by the longest way", () => {
    const steps = [...bases.keys()].map((model) => stepsOf(model, bases));
    const longest = [...bases.keys()].map((model) => longestOf(model, bases));
    const part = (all: readonly number[], holds: (n: number) => boolean) => all.filter(holds).length / bases.size;
    near(
      value("one-step"),
      part(steps, (n) => n === 1),
    );
    near(
      value("two-steps"),
      part(steps, (n) => n === 2),
    );
    near(
      value("further"),
      part(steps, (n) => n > 2),
    );
    near(
      other("further", "the longest way"),
      part(longest, (n) => n > 2),
    );
    expect(value("deepest")).toBe(Math.max(...longest));
    expect(value("median-steps")).toBe(steps.sort((a, b) => a - b)[Math.ceil(steps.length / 2) - 1]);
  });

  test("places of what models build on, with bounds, and flows between places", () => {
    const copies = copyists();
    const placed = (end: string): string => (copies.has(spaceOf(end)) ? "" : (known.get(spaceOf(end))?.country ?? ""));
    for (const [reach, ends] of [
      ["base", hop],
      ["root", root],
    ] as const)
      for (const place of ["US", "CN", "FR"]) {
        const part = countOf(bases, ends, (end) => placed(end) === place);
        const open = [...bases.keys()].filter((model) => {
          const places = [...ends(model)].map(placed);
          return !places.includes(place) && places.includes("");
        }).length;
        const id = `${place.toLowerCase()}-${reach}`;
        near(value(id), part / bases.size);
        near(bounds(id)?.upper, (part + open) / bases.size);
      }
    const american = new Map(
      [...bases].filter(([model, from]) => {
        const own = known.get(spaceOf(model));
        const at = own?.country === "US" && own.kind !== "individual" && !copies.has(spaceOf(model));
        return at && !from.some((base) => companyOf(base) === own.company);
      }),
    );
    expect(chapter.facts.get("from-us-to-cn")?.n).toBe(american.size);
    near(value("from-us-to-cn"), countOf(american, root, (end) => placed(end) === "CN") / american.size);
    const unplaced = [...bases.keys()].filter((model) => (known.get(spaceOf(model))?.country ?? "") === "");
    near(value("unplaced-publishers"), unplaced.length / bases.size);
  });

  test("the two lists of later days: one step back, at the root, and what they lack", async () => {
    const [path = ""] = (await realFiles("hub-stats-sample")).values();
    const sample = (await rawParquet(path)) as unknown as RawModel[];
    const evaluated = new Map<string, string[]>();
    for (const { id, baseModels } of sample) {
      const from = [...new Set((baseModels?.models ?? []).map((one) => one.id.toLowerCase()))];
      const others = from.filter((one) => one !== id.toLowerCase());
      if (others.length > 0) evaluated.set(id.toLowerCase(), others);
    }
    const { record } = await realSource("radar");
    const documents = rawRadar(cachedPath(pathsAt().cache, record.archives[0] as (typeof record.archives)[number]));
    const newest = documents.sort((a, b) => (a.updated_at < b.updated_at ? -1 : 1));
    const radar = new Map<string, readonly string[]>();
    for (const row of newest) {
      radar.delete(row.id.toLowerCase());
      if (radarBases(row).length > 0) radar.set(row.id.toLowerCase(), radarBases(row));
    }
    const lists = [
      ["evaluated-", evaluated, sample.map(({ id }) => id)],
      ["radar-", radar, documents.map(({ id }) => id)],
    ] as const;
    for (const [prefix, list, ids] of lists) {
      const listed = new Set(ids.map((id) => id.toLowerCase()));
      const named = new Set([...list.values()].flat());
      const models = (company: string, ends: (model: string) => Iterable<string>) => countOf(list, ends, of(company));
      const [one, far] = [(model: string) => list.get(model) ?? [], (model: string) => rootsOf(model, list)];
      expect([prefix, value(`${prefix}derived`), value(`${prefix}bases`)]).toEqual([prefix, list.size, named.size]);
      near(value(`${prefix}unlisted`), [...named].filter((base) => !listed.has(base)).length / named.size);
      for (const [reach, ends] of [
        ["base", one],
        ["root", far],
      ] as const) {
        expect(value(`${prefix}alibaba-${reach}`)).toBe(models("Alibaba", ends));
        near(
          value(`${prefix}ratio-${reach}`),
          models("Alibaba", ends) / (models("Google", ends) + models("Meta", ends)),
        );
      }
    }
  }, 120_000);
});
