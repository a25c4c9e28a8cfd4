import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { changed, compute, isSure, largestRun, type Trained, trained } from "#test/oracles/compute-cost-trainings.ts";
import { computeCost, expectNear } from "#test/support/compute-cost.ts";

type Chosen = (model: Trained) => boolean;
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const kinds = ["open", "limited", "closed", "unknown"];
const published = ["open", "limited"];
const places = { us: "United States of America", cn: "China" };

describeReal("who has the compute, by plain loops over the records of the database", () => {
  let models: Trained[];
  let chapter: Chapter;
  beforeAll(async () => {
    const files = await realFiles("epoch-models");
    models = trained(files.get("all_ai_models.csv") ?? "no file");
    chapter = await computeCost();
  }, 120_000);

  const fact = (id: string) => chapter.facts.get(id);
  const largest = (year: number, access: readonly string[]) =>
    largestRun(models, (model) => model.year === year && access.includes(model.access));
  const sum = (chosen: Chosen) => compute(models, chosen);
  const variant = (id: string, label: string) => fact(id)?.variants.find((one) => one.label === label)?.value;

  test("models, those with compute, those of unknown access, and the last day", () => {
    const { n } = sum(() => true);
    expect([fact("trained-models")?.value, fact("runs-known")?.value]).toEqual([models.length, n]);
    expectNear(fact("runs-known-share")?.value, n / models.length, "runs-known-share");
    const unknown = models.filter(({ access }) => access === "unknown").length;
    expectNear(fact("access-unknown")?.value, unknown / models.length, "access-unknown");
    expect(fact("last-training")?.value).toBe(
      models
        .map(({ on }) => on)
        .sort()
        .at(-1),
    );
  });

  test.each(years)("the largest open and closed runs of %d, their gap, and the gap under other readings", (year) => {
    const [open, closed] = [largest(year, published), largest(year, ["closed"])];
    const gap = (other: Trained | undefined) => (closed?.flop ?? Number.NaN) / (other?.flop ?? Number.NaN);
    expect(fact(`largest-open-${year}`)?.value).toBe(open?.flop);
    expect(fact(`largest-closed-${year}`)?.value).toBe(closed?.flop);
    expect(fact(`largest-open-${year}`)?.definition).toContain(open?.name);
    expect(fact(`largest-closed-${year}`)?.definition).toContain(closed?.name);
    expectNear(fact(`gap-${year}`)?.value, gap(open), `gap-${year}`);
    const without = variant(`gap-${year}`, "only weights published without limits");
    expectNear(without, gap(largest(year, ["open"])), `gap-${year}, without limits`);
    const unknown = variant(`gap-${year}`, "models of unknown access count as open");
    expectNear(unknown, gap(largest(year, [...published, "unknown"])), `gap-${year}, unknown as open`);
    const sure = (access: readonly string[]) =>
      largestRun(models, (model) => model.year === year && access.includes(model.access) && isSure(model))?.flop;
    expectNear(
      variant(`gap-${year}`, "only confident and likely estimates") ?? Number.NaN,
      (sure(["closed"]) ?? Number.NaN) / (sure(published) ?? Number.NaN),
      `gap-${year}, sure`,
    );
    expect(fact(`gap-${year}`)?.variants.length).toBe(3);
    expect(fact(`gap-${year}`)?.n).toBe(sum((model) => model.year === year).n);
  });

  test.each<[string, number, number]>([
    ["open-compute", 2020, 2025],
    ["open-compute-2023", 2023, 2023],
    ["open-compute-2024", 2024, 2024],
  ])("%s, its bounds and its other readings", (id, from, to) => {
    const of = (access: readonly string[]) =>
      sum((model) => model.year >= from && model.year <= to && access.includes(model.access)).flop;
    const all = of(kinds);
    const shown = fact(id);
    expectNear(shown?.value, of(published) / all, id);
    expectNear(shown?.bounds?.lower, of(published) / all, `${id}, lower`);
    expectNear(shown?.bounds?.upper, of([...published, "unknown"]) / all, `${id}, upper`);
    expectNear(variant(id, "only weights published without limits"), of(["open"]) / all, `${id}, without limits`);
    expectNear(
      variant(id, "models of unknown access left out"),
      of(published) / (all - of(["unknown"])),
      `${id}, known`,
    );
    expect(shown?.n).toBe(sum((model) => model.year >= from && model.year <= to).n);
  });

  const recent: Chosen = ({ on }) => on >= "2020";
  const alone =
    (name: string): Chosen =>
    (model) =>
      recent(model) && model.places.length === 1 && model.places[0] === name;
  const unsure: Chosen = (model) => recent(model) && model.places.length !== 1;

  test.each(["us", "cn"] as const)(
    "share of the compute of organisations of %s alone, with what may be partly theirs",
    (code) => {
      const all = sum(recent).flop;
      const own = sum(alone(places[code])).flop;
      expectNear(fact(`${code}-compute`)?.value, own / all, code);
      expectNear(fact(`${code}-compute`)?.bounds?.upper, (own + sum(unsure).flop) / all, `${code}, upper`);
      expect(fact(`${code}-compute`)?.n).toBe(sum(recent).n);
    },
  );

  test.each(["us", "cn"] as const)("what organisations of %s alone publish, with what may be published", (code) => {
    const own = (access: readonly string[]) =>
      sum((model) => alone(places[code])(model) && access.includes(model.access)).flop;
    expectNear(fact(`${code}-open-compute`)?.value, own(published) / own(kinds), code);
    expectNear(
      fact(`${code}-open-compute`)?.bounds?.upper,
      own([...published, "unknown"]) / own(kinds),
      `${code}, upper`,
    );
    expect(fact(`${code}-open-compute`)?.n).toBe(sum(alone(places[code])).n);
  });

  type Share = (from: readonly Trained[]) => number;
  const shareOf =
    (part: Chosen, whole: Chosen): Share =>
    (from) =>
      compute(from, part).flop / compute(from, whole).flop;

  /** What a share is without the largest of these models, and at its bounds, each with its words. */
  const moved = (share: Share, among: Chosen) => {
    const run = largestRun(models, among);
    if (run === undefined) throw new Error("no run states its compute");
    const ends = [0, run.least, run.most].map((flop, i) => ({
      ...{ label: `${run.name} ${["left out", "at its stated lower bound", "at its stated upper bound"][i]}`, flop },
    }));
    return ends
      .filter(({ flop }) => !Number.isNaN(flop))
      .map(({ label, flop }) => ({ label, value: share(changed(models, run, flop)) }));
  };

  const expectMoved = (id: string, share: Share, among: Chosen) => {
    const own = (fact(id)?.variants ?? []).filter(({ label }) => / left out$| stated (lower|upper) bound$/.test(label));
    const told = own.filter(({ label }) => !label.startsWith("models of"));
    const expected = moved(share, among);
    expect(told.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
    for (const [i, { label, value }] of expected.entries()) expectNear(told[i]?.value, value, `${id}, ${label}`);
  };

  test.each<[string, number, number]>([
    ["open-compute", 2020, 2025],
    ["open-compute-2023", 2023, 2023],
    ["open-compute-2024", 2024, 2024],
  ])("%s without the largest run, and at its bounds", (id, from, to) => {
    const within: Chosen = ({ year }) => year >= from && year <= to;
    const open: Chosen = (model) => within(model) && published.includes(model.access);
    expectMoved(id, shareOf(open, within), within);
  });

  test.each(["us", "cn"] as const)("shares of %s without the largest run of all, and at its bounds", (code) => {
    const own = alone(places[code]);
    expectMoved(`${code}-compute`, shareOf(own, recent), recent);
    const theirs = largestRun(models, recent);
    const open: Chosen = (model) => own(model) && published.includes(model.access);
    if (theirs !== undefined && own(theirs)) expectMoved(`${code}-open-compute`, shareOf(open, own), recent);
    else expect(fact(`${code}-open-compute`)?.variants).toEqual([]);
  });
});
