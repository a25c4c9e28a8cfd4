import { beforeAll, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/size.ts";
import { counts, type RealSize, reading, realSize, weights } from "#test/support/size-real.ts";

describeReal("plain loops over the raw rows give parameters that work on a token", () => {
  let real: RealSize;
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realSize();
    said = reading(real.chapter);
  }, 240_000);

  test("active parameters: from names, and from 93 curated mixtures", () => {
    const told = new Map(
      real.curated.map(([id = "", total, active]) => [id.toLowerCase(), [Number(total), Number(active || total)]]),
    );
    const mixtures = [...told.values()].filter(([total = 0, active = 0]) => active < total);
    expect([said.value("curated-sized"), said.value("curated-mixtures")]).toEqual([295, mixtures.length]);
    const parts = mixtures.map(([total = 1, active = 0]): oracle.Pair => [active / total, 1]);
    said.near(said.value("curated-active-part"), oracle.quantile(parts, 0.5));
    said.near(
      said.value("curated-total"),
      oracle.quantile(
        mixtures.map(([total = 0]) => [total * 1e9, 1]),
        0.5,
      ),
    );
    said.near(
      said.value("curated-active"),
      oracle.quantile(
        mixtures.map(([, active = 0]) => [active * 1e9, 1]),
        0.5,
      ),
    );
    for (const [prefix, weight] of counts) {
      const [total, active] = [1, 1].map(() => [] as oracle.Pair[]) as [oracle.Pair[], oracle.Pair[]];
      for (const row of real.rowsOf(prefix)) {
        const [all = 0, some = 0] = told.get(row.id.toLowerCase()) ?? [];
        const stated = some < all ? some * 1e9 : oracle.activeInName(row.id);
        if (row.parameters === null) continue;
        const fewer = stated !== null && stated < row.parameters;
        active.push([fewer ? stated : row.parameters, weights[weight](row)]);
        total.push([fewer ? 1 : 0, weights[weight](row)]);
      }
      said.near(said.value(`${prefix}active-mean-${weight}`), oracle.mean(active), prefix + weight);
      said.near(said.value(`${prefix}active-median-${weight}`), oracle.quantile(active, 0.5), prefix + weight);
      const { missing } = oracle.split(real.rowsOf(prefix), weights[weight]);
      said.near(said.value(`${prefix}active-known-${weight}`), oracle.mean([...total, [0, missing]]), prefix + weight);
    }
  });
});
