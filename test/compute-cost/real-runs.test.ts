import { beforeAll, expect, test } from "vitest";
import { computeByPlace, largestTrainings, trainingCompute } from "#analyses/compute-cost/tables.ts";
import { describeReal, realFiles } from "#test/fixtures/real.ts";
import { reached } from "#test/oracles/compute-cost-ratios.ts";
import { compute, isSure, type Trained, trained } from "#test/oracles/compute-cost-trainings.ts";
import { committedRows, expectNear } from "#test/support/compute-cost.ts";

describeReal("the evidence on training, row by row, by plain loops over the records of the database", () => {
  let models: Trained[];
  beforeAll(async () => {
    const files = await realFiles("epoch-models");
    models = trained(files.get("all_ai_models.csv") ?? "no file");
  }, 120_000);

  const recent = ({ on }: Trained) => on >= "2020";

  test("every row of compute by year and access", () => {
    const rows = committedRows(trainingCompute);
    expect(rows.reduce((total, row) => total + row.models, 0)).toBe(models.length);
    for (const { year, weights, models: n, with_compute, last_published, ...row } of rows) {
      const own = models.filter((model) => model.year === year && model.access === weights);
      const stated = own.map(({ flop }) => flop).filter((flop) => !Number.isNaN(flop));
      const id = `${year} ${weights}`;
      const sure = own.filter(isSure).flatMap(({ flop }) => (Number.isNaN(flop) ? [] : [flop]));
      expect(row.flop_most_sure, `${id}, sure`).toBe(sure.length === 0 ? null : Math.max(...sure));
      expect([n, with_compute, last_published], id).toEqual([
        own.length,
        stated.length,
        own
          .map(({ on }) => on)
          .sort()
          .at(-1),
      ]);
      if (stated.length === 0) {
        expect([row.flop_total, row.flop_most, row.flop_median], id).toEqual([null, null, null]);
        continue;
      }
      expect([row.flop_most, row.flop_median], id).toEqual([Math.max(...stated), reached(stated, 0.5)]);
      expectNear(
        row.flop_total,
        stated.reduce((a, b) => a + b, 0),
        id,
      );
    }
  });

  test("the three largest runs of each year and access are the three largest of the records", () => {
    const rows = committedRows(largestTrainings);
    for (const [id, own] of Map.groupBy(rows, ({ year, weights }) => `${year} ${weights}`)) {
      const named = models.filter(
        (one) => `${one.year} ${one.access}` === id && one.name !== "" && !Number.isNaN(one.flop),
      );
      const flops = named.map(({ flop }) => flop).sort((a, b) => b - a);
      expect(
        own.map(({ flop }) => flop),
        id,
      ).toEqual(flops.slice(0, 3));
      const stated = (value: number) => (Number.isNaN(value) ? null : value);
      const told = named.map((one) =>
        [one.name, one.on, one.flop, stated(one.least), stated(one.most), one.confidence || null].join(),
      );
      for (const { model, published_on, flop, flop_least, flop_most, confidence } of own)
        expect(told, model).toContain([model, published_on, flop, flop_least, flop_most, confidence].join());
    }
  });

  test("compute by place holds every model since 2020 once", () => {
    const rows = committedRows(computeByPlace);
    expect(rows.reduce((total, row) => total + row.models, 0)).toBe(models.filter(recent).length);
    expectNear(
      rows.reduce((total, row) => total + (row.flop_total ?? 0), 0),
      compute(models, recent).flop,
      "all places",
    );
    const several = rows.filter(({ countries }) => countries === "(several)");
    const joint = models.filter((model) => recent(model) && model.places.length > 1).length;
    expect(several.reduce((total, row) => total + row.models, 0)).toBe(joint);
  });
});
