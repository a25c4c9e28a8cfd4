import { beforeAll, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import { atPart, firstOf, type Noticed, placesOf, ratiosOf } from "#test/oracles/attention.ts";
import {
  downloads,
  kindsOfOwners,
  lastCrawl,
  likes,
  type RealAttention,
  reading,
  realAttention,
} from "#test/support/attention-real.ts";

const owner = ({ id }: Noticed): string => (id.split("/")[0] ?? "").toLowerCase();
const daysOld = (made: string, day: string): number =>
  Math.floor((Date.parse(day) - Date.parse(made.slice(0, 10))) / 864e5);

describeReal("plain loops over the raw rows give what is liked and what is used", () => {
  let real: RealAttention;
  const known = kindsOfOwners();
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realAttention();
    said = reading(real);
  }, 120_000);

  test("models without a like, their downloads, and liked models that nobody downloads", () => {
    for (const [prefix, models] of said.populations()) {
      const [unliked, liked] = [models.filter((one) => one.likes === 0), models.filter((one) => one.likes > 0)];
      const sum = (own: readonly Noticed[]) => own.reduce((all, one) => all + one.downloads, 0);
      expect(said.value(`${prefix}unliked`)).toBeCloseTo(unliked.length / models.length, 12);
      expect(said.value(`${prefix}unliked-downloads`)).toBeCloseTo(sum(unliked) / sum(models), 12);
      expect(said.value(`${prefix}liked-unused`)).toBeCloseTo(
        liked.filter((one) => one.downloads === 0).length / liked.length,
        12,
      );
      expect(said.value(`${prefix}liked-models`)).toBe(liked.length);
    }
  });

  const near = (id: string, models: readonly Noticed[], part = 0.5) => {
    const expected = atPart(ratiosOf(models), part);
    expect(Math.abs(said.value(id) / expected - 1), `${id}: ${said.value(id)}, by hand ${expected}`).toBeLessThan(
      0.051,
    );
  };

  test("downloads for each like: medians and quartiles, to two digits", () => {
    for (const [prefix, models] of said.populations()) {
      near(`${prefix}per-like`, models);
      near(`${prefix}per-like-lower`, models, 0.25);
      near(`${prefix}per-like-upper`, models, 0.75);
      near(
        `${prefix}per-like-1-to-9-likes`,
        models.filter((one) => one.likes < 10),
      );
      near(
        `${prefix}per-like-1-000-likes-and-up`,
        models.filter((one) => one.likes >= 1000),
      );
      for (const kind of ["academia", "industry"])
        near(
          `${prefix}per-like-${kind}`,
          models.filter((one) => known.get(owner(one)) === kind),
        );
    }
    near(
      "radar-per-like-individual",
      real.recent.filter((one) => known.get(owner(one)) === "individual"),
    );
    near(
      "sample-per-like-not-in-the-registry",
      real.evaluated.filter((one) => !known.has(owner(one))),
    );
  });

  test("downloads for each like by age and by size", () => {
    const aged = (models: readonly (Noticed & { readonly made: string })[], day: string, from: number, to: number) =>
      models.filter(({ made }) => {
        const age = made.startsWith("2022-03-02") ? 9999 : daysOld(made, day);
        return age >= from && age < to;
      });
    near("radar-per-like-under-30-days", aged(real.recent, "2026-08-22", -1, 30));
    near("radar-per-like-one-to-two-years", aged(real.recent, "2026-08-22", 365, 730));
    near("sample-per-like-one-to-two-years", aged(real.evaluated, "2026-05-20", 365, 730));
    near("sample-per-like-two-years-or-older", aged(real.evaluated, "2026-05-20", 730, 10_000));
    const sized = (from: number, to: number) =>
      real.recent.filter(({ parameters }) => parameters !== null && parameters >= from && parameters < to);
    near("radar-per-like-under-1b", sized(0, 1e9));
    near("radar-per-like-10b-to-100b", sized(1e10, 1e11));
    near("radar-per-like-100b-and-up", sized(1e11, 1e13));
  });

  test("the first of each list by the other measure, and the extremes of the first 25", () => {
    for (const [prefix, models] of said.populations()) {
      const [byLikes, byUse] = [placesOf(models, likes), placesOf(models, downloads)];
      const [liked, used] = [firstOf(models, likes, 25), firstOf(models, downloads, 25)];
      expect(said.value(`${prefix}most-liked-download-rank`)).toBe(byUse.get(liked[0]?.id ?? ""));
      expect(said.value(`${prefix}most-used-like-rank`)).toBe(byLikes.get(used[0]?.id ?? ""));
      expect(said.value(`${prefix}least-used-downloads`)).toBe(Math.min(...liked.map(downloads)));
      expect(said.value(`${prefix}least-liked-likes`)).toBe(Math.min(...used.map(likes)));
      const told = models.find(({ id }) => id === "deepseek-ai/DeepSeek-R1");
      expect(said.value(`${prefix}reported-like-rank`)).toBe(byLikes.get(told?.id ?? ""));
    }
    expect(said.value("liked-silent")).toBe(
      firstOf(said.on(lastCrawl), likes, 100).filter((one) => one.discussions === 0).length,
    );
  });

  test("the most downloaded by year of creation", () => {
    for (const [prefix, models] of [
      ["radar-", real.recent],
      ["sample-", real.evaluated],
    ] as const) {
      const made = new Map(models.map((model) => [model.id, model.made.slice(0, 4)]));
      const years = firstOf(models, downloads, 25).map(({ id }) => made.get(id));
      expect(said.value(`${prefix}used-from-2022`)).toBe(years.filter((year) => year === "2022").length);
      expect(said.value(`${prefix}used-from-2026`)).toBe(years.filter((year) => year === "2026").length);
    }
  });
});
