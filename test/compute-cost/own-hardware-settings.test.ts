import { describe, expect, test } from "vitest";
import { otherSettings } from "#analyses/compute-cost/other-settings.ts";
import { comparedBy } from "#analyses/compute-cost/own-hardware.ts";
import { type Setting, settingOf } from "#analyses/compute-cost/setting.ts";
import { architecture, hardware, listedAccelerators, mixture, namedRow } from "#test/support/prices.ts";

const reference = hardware({ architectures: [architecture("sparse", mixture), architecture("dense")] });
const setting = settingOf(reference, "H100 SXM", "2026-09-30");
const others = otherSettings(reference, listedAccelerators, setting, "2026-09-30");
const labelled = (start: string) => others.find(({ label }) => label.startsWith(start));

/** What an accelerator that was bought for 29200 USD costs by the hour: 43800 USD over 35040 hours, 1.05 kW at 0.10 USD. */
const bought = 1.25 + 0.105;

describe("other settings", () => {
  const changed = (other: Setting) =>
    Object.entries(other)
      .filter(([key, value]) => setting[key as keyof Setting] !== value)
      .map(([key, value]) => [key, key === "spec" ? (value as Setting["spec"]).name : value]);

  test("change one thing each; another accelerator comes with its rent, another seller with no setting", () => {
    expect(others.map(({ setting: other }) => changed(other))).toEqual([
      ...[[["busy", 0.1]], [["busy", 1]], [["batch", 1]], [["batch", 100]], [["context", 1000]], [["context", 10_000]]],
      ...[[["bandwidthUse", 0.25]], [["bandwidthUse", 1]], [["prefillUse", 0.2]], [["prefillUse", 0.8]]],
      ...[[["overhead", 0.1]], [["overhead", 0.5]], [["usable", 0.4]], [["usable", 0.9]]],
      ...[[["usdPerHour", 3]], [["usdPerHour", 6]], [["usdPerHour", expect.closeTo(bought, 9)]], [["bitsAtMost", 8]]],
      [
        ["spec", "H200 SXM"],
        ["usdPerHour", 5],
      ],
      [],
    ]);
  });

  test("each has words of its own, and the words name the end that is taken", () => {
    expect(new Set(others.map(({ label }) => label)).size).toBe(others.length);
    expect(others.map(({ label }) => label.split(" ")[0])).toEqual([
      ...Array(7).fill(["lowest", "highest"]).flat(),
      ...["cheapest", "dearest", "bought", "weights", "on", "against"],
    ]);
  });

  test("one alone is held against another seller: the first quartile instead of the cheapest", () => {
    expect(others.filter(({ against }) => against !== undefined)).toEqual([labelled("against")]);
    const row = namedRow("dense", { cheapest_3_1: 1, quartile_3_1: 1.25 });
    expect(labelled("against")?.against?.(row)).toEqual({ ...row, cheapest_3_1: 1.25 });
    const few = namedRow("dense", { cheapest_3_1: null, quartile_3_1: null });
    expect(labelled("against")?.against?.(few).cheapest_3_1).toBeNull();
  });
});

describe("worked out by hand, for the dense model", () => {
  const cost = (label: string) =>
    comparedBy(reference, [namedRow("dense")], labelled(label)?.setting ?? setting).map(({ accelerators, usd }) => [
      ...[accelerators, Number(usd.even.toFixed(6))],
    ])[0];

  test.each<[string, number, number]>([
    ["bought", 2, 1.994861],
    ["weights of more than eight bits", 1, 3.15],
    ["on H200", 1, 3.888889],
    ["lowest busy", 2, 26.5],
    ["lowest memory on top", 2, 5.3],
    ["highest share of the memory used", 1, 5.3],
    ["dearest rent", 2, 8.833333],
  ])("%s: %d accelerators, %d USD a million", (label, accelerators, usd) => {
    expect(labelled(label)?.label).toContain(label);
    expect(cost(label)).toEqual([accelerators, usd]);
  });
});

describe("hardware is not bought", () => {
  const labels = (listed: typeof listedAccelerators, of = setting) =>
    otherSettings(reference, listed, of, "2026-09-30").map(({ label }) => label);
  const without = others.map(({ label }) => label).filter((label) => !label.startsWith("bought"));
  const unpriced = listedAccelerators.map((row) => ({ ...row, price_usd: null }));
  const powerless = { ...setting, spec: { ...setting.spec, power_watts: null } };

  test.each<[string, string[]]>([
    ["that is not on the list", labels([])],
    ["that the list does not price", labels(unpriced)],
    ["of unknown power", labels(listedAccelerators, powerless)],
  ])("%s", (_, found) => expect(found).toEqual(without));
});
