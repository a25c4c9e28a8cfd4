import { beforeAll, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import * as oracle from "#test/oracles/size.ts";
import { type RealSize, reading, realSize, weights } from "#test/support/size-real.ts";

describeReal("plain loops over the raw rows give what else the chapter says", () => {
  let real: RealSize;
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realSize();
    said = reading(real.chapter);
  }, 240_000);

  test("two jokes: means of 3.06 trillion and 33.4 billion, a median of 5.17 and 5.14 billion", () => {
    const used = real.rowsOf("recent-").filter(({ downloads, parameters }) => downloads > 0 && parameters !== null);
    const jokes = used.filter(({ parameters }) => (parameters ?? 0) > 1e13);
    expect(jokes.map(({ parameters }) => parameters).sort()).toEqual([1_202_590_842_880_000, 19_980_000_000_000_000]);
    expect([said.value("recent-excessive-models"), said.value("recent-excessive-downloads")]).toEqual([2, 53 + 158]);
    for (const [end, rows] of [
      ["all", used],
      ["believed", used.filter((row) => !jokes.includes(row))],
    ] as const) {
      const sizes = rows.map(({ parameters }) => parameters ?? 0);
      const once = (list: readonly number[]) => oracle.mean(list.map((one): oracle.Pair => [one, 1]));
      said.near(said.value(`recent-mean-${end}`), once(sizes));
      said.near(
        said.value(`recent-median-${end}`),
        [...sizes].sort((a, b) => a - b)[Math.ceil(sizes.length / 2) - 1] ?? 0,
      );
      said.near(Math.log(said.value(`recent-geometric-${end}`)), once(sizes.map(Math.log)));
      said.near(said.value(`recent-trimmed-${end}`), oracle.trimmed(sizes, 0.01));
      const [least = 0, most = 0] = [0.01, 0.99].map((p) =>
        oracle.quantile(
          sizes.map((one) => [one, 1]),
          p,
        ),
      );
      said.near(said.value(`recent-winsorised-${end}`), once(sizes.map((one) => Math.min(most, Math.max(least, one)))));
    }
    expect([said.value("recent-mean-all") / 1e12, said.value("recent-mean-believed") / 1e9]).toEqual([
      ...[expect.closeTo(3.06, 2), expect.closeTo(33.4, 1)],
    ]);
  });

  test("shares and sums of the published figures", () => {
    const declared = real.rowsOf("").filter(({ from }) => ["gguf", "safetensors"].includes(from ?? ""));
    const { known } = oracle.split(declared, weights.lifetime);
    said.near(
      said.value("declared-under-1b-lifetime"),
      oracle.part(known, (one) => one < 1e9),
    );
    said.near(
      said.value("declared-above-100b-lifetime"),
      oracle.part(known, (one) => one > 100e9),
    );
    let sum = 0;
    for (const { parameters, lifetime } of real.rowsOf(""))
      if (parameters !== null && parameters >= 1e9 && parameters <= 9e9) sum += lifetime;
    expect(said.value("1b-to-9b-lifetime-sum")).toBe(sum);
  });

  test.each([
    ["moonshot", "Moonshot AI"],
    ["deepseek", "DeepSeek"],
    ["zai", "Zhipu"],
    ["nvidia", "NVIDIA"],
    ["meta", "Meta"],
  ])("large models of %s", (id, parent) => {
    for (const prefix of ["", "recent-"]) {
      const own = real
        .rowsOf(prefix)
        .filter((row) => real.parents.get(row.id.split("/")[0]?.toLowerCase() ?? "") === parent);
      const { known, missing } = oracle.split(own, weights.downloads);
      const share = oracle.part(known, (one) => one > 70e9);
      const whole = known.reduce((sum, [, one]) => sum + one, 0);
      expect(said.value(`${prefix}large-of-${id}`)).toBeCloseTo(share, 12);
      const upper = said.fact(`${prefix}large-of-${id}`)?.bounds?.upper ?? share;
      expect(upper).toBeCloseTo((share * whole + missing) / (whole + missing), 12);
    }
  });

  test("37 models in both lists, one of which has two sizes, and the mean with the other list's", () => {
    const recent = new Map(real.rowsOf("recent-").map((row) => [row.id.toLowerCase(), row.parameters]));
    const replaced = real.rowsOf("").map((row) => {
      const other = recent.get(row.id.toLowerCase()) ?? null;
      return { ...row, own: row.parameters, parameters: row.parameters === null ? null : (other ?? row.parameters) };
    });
    const both = replaced.filter(({ id, own }) => own !== null && (recent.get(id.toLowerCase()) ?? null) !== null);
    const differ = both.filter(({ own, parameters }) => Math.abs((parameters ?? 0) / (own ?? 1) - 1) > 0.06);
    expect([both.length, differ.map(({ id }) => id)]).toEqual([37, ["deepseek-ai/DeepSeek-V4-Pro"]]);
    expect([said.value("both-models"), said.value("both-differ")]).toEqual([37, 1]);
    const { known } = oracle.split(replaced, weights.downloads);
    said.near(said.value("mean-downloads-both"), oracle.mean(known));
    expect(oracle.quantile(known, 0.5)).toBe(said.value("median-downloads"));
    expect(said.fact("mean-downloads")?.variants.map((one) => one.value)).toContain(said.value("mean-downloads-both"));
  });
});
