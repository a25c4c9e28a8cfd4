import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Chapter } from "#kit/evaluate.ts";
import { cachedPath } from "#scripts/lib/cache.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realFiles, realSource } from "#test/fixtures/real.ts";
import {
  atPart,
  bothOf,
  firstDigitOf,
  firstOf,
  type Noticed,
  pairCorrelationOf,
  placesOf,
  rankCorrelationOf,
  ratiosOf,
} from "#test/oracles/attention.ts";
import { panelOf, rawLines } from "#test/oracles/osir-lmts.ts";
import { rawRadar } from "#test/oracles/radar.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { attention } from "#test/support/attention.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

/** Kind of each namespace of the registry, in lower case. */
function kinds(): Map<string, string> {
  const [header = [], ...lines] = csv(readFileSync("data/reference/owners.csv", "utf8"));
  const [owner, kind] = [header.indexOf("owner"), header.indexOf("kind")];
  return new Map(lines.map((line) => [(line[owner] ?? "").toLowerCase(), line[kind] ?? ""]));
}

/** The archive of a source in the cache. */
async function archiveOf(id: string): Promise<string> {
  const [archive] = (await realSource(id)).record.archives;
  return archive === undefined ? id : cachedPath(pathsAt().cache, archive);
}

const likes = ({ likes }: Noticed): number => likes;
const downloads = ({ downloads }: Noticed): number => downloads;
const discussions = ({ discussions = Number.NaN }: Noticed): number => discussions;
const last = "2025-09-07";
const depths = [10, 25, 50, 100];
const daysOld = (made: string, day: string): number =>
  Math.floor((Date.parse(day) - Date.parse(made.slice(0, 10))) / 864e5);
const owner = ({ id }: Noticed): string => (id.split("/")[0] ?? "").toLowerCase();

describeReal("plain loops over the raw rows give what the chapter says", () => {
  let crawls: Map<string, Noticed[]>;
  let panel: ReadonlySet<string>;
  let recent: (Noticed & { readonly made: string; readonly parameters: number | null })[];
  let evaluatedModels: (Noticed & { readonly made: string; readonly lifetime: number })[];
  let chapter: Chapter;
  const known = kinds();

  beforeAll(async () => {
    const lines = rawLines(await realFiles("osir-lmts")).filter(
      ({ site, kind }) => site === "HuggingFace" && kind === "models",
    );
    crawls = new Map();
    for (const [day, own] of Map.groupBy(lines, (line) => line.day))
      crawls.set(
        day,
        own.map((line) => ({ ...line, id: `${line.repo}/${line.name}` })),
      );
    panel = panelOf(lines);
    const only = async (id: string) => [...(await realFiles(id)).values()][0] ?? id;
    recent = rawRadar(await archiveOf("radar")).map((row) => ({
      ...{ id: row.id, likes: row.likes, downloads: row.downloads_30d, made: row.created_at },
      parameters: row.parameters === 0 ? null : row.parameters,
    }));
    evaluatedModels = (await rawParquet(await only("hub-stats-sample"))).map((row) => ({
      ...{ id: String(row.id), likes: Number(row.likes), downloads: Number(row.downloads) },
      ...{ made: String(row.createdAt), lifetime: Number(row.downloadsAllTime) },
    }));
    chapter = await attention();
  }, 120_000);

  const value = (id: string) => Number(chapter.facts.get(id)?.value);
  const other = (id: string, label: string) =>
    chapter.facts.get(id)?.variants.find((variant) => variant.label === label)?.value;
  const on = (day: string): Noticed[] => crawls.get(day) ?? [];
  const populations = (): [string, readonly Noticed[]][] => [
    ["", on(last)],
    ["radar-", recent],
    ["sample-", evaluatedModels],
  ];

  test.each(depths)("models among the first %d by likes and by downloads, in every population", (k) => {
    for (const [prefix, models] of populations()) {
      expect([prefix, value(`${prefix}shared-${k}`)]).toEqual([prefix, bothOf(models, likes, downloads, k)]);
      expect(value(`${prefix}shared-${k}-part`)).toBeCloseTo(bothOf(models, likes, downloads, k) / k, 12);
      expect(value(`${prefix}chance-${k}`)).toBeCloseTo(k / models.length, 12);
      expect(value(`${prefix}models`)).toBe(models.length);
    }
    expect(value(`likes-discussions-${k}`)).toBe(bothOf(on(last), likes, discussions, k));
    expect(value(`downloads-discussions-${k}`)).toBe(bothOf(on(last), downloads, discussions, k));
  });

  test.each(depths)("the first %d otherwise: without the first of a list, on the panel, on other days", (k) => {
    for (const [prefix, models] of populations()) {
      const without = (of: (model: Noticed) => number) => {
        const [gone] = firstOf(models, of, 1);
        return bothOf(
          models.filter(({ id }) => id !== gone?.id),
          likes,
          downloads,
          k,
        );
      };
      expect(other(`${prefix}shared-${k}`, "most downloaded model left out")).toBe(without(downloads));
      expect(other(`${prefix}shared-${k}`, "most liked model left out")).toBe(without(likes));
    }
    const inPanel = on(last).filter(({ id }) => panel.has(id.split("/")[0] ?? ""));
    expect(other(`shared-${k}`, "fixed panel of namespaces")).toBe(bothOf(inPanel, likes, downloads, k));
    expect(other(`shared-${k}`, "listing of Nov 2024")).toBe(bothOf(on("2024-11-14"), likes, downloads, k));
    expect(other(`shared-${k}`, "listing of Mar 2025")).toBe(bothOf(on("2025-03-07"), likes, downloads, k));
    const ever = evaluatedModels.map((model) => ({ ...model, downloads: model.lifetime }));
    expect(other(`sample-shared-${k}`, "downloads since creation")).toBe(bothOf(ever, likes, downloads, k));
  });

  test("rank correlations: of first digits exactly, of the counts themselves nearly", () => {
    for (const [prefix, models] of populations()) {
      const [x, y] = [models.map(likes), models.map(downloads)];
      const spearman = rankCorrelationOf(x.map(firstDigitOf), y.map(firstDigitOf));
      expect(value(`${prefix}spearman`)).toBeCloseTo(spearman, 9);
      expect(Math.abs(value(`${prefix}spearman`) - rankCorrelationOf(x, y))).toBeLessThan(0.004);
      const top = (of: (model: Noticed) => number) => firstOf(models, of, 100);
      const within = (own: readonly Noticed[]) => rankCorrelationOf(own.map(likes), own.map(downloads));
      expect(value(`${prefix}spearman-liked`)).toBeCloseTo(within(top(likes)), 9);
      expect(value(`${prefix}spearman-downloaded`)).toBeCloseTo(within(top(downloads)), 9);
    }
    const both = on(last).filter((model) => model.likes > 0 && model.downloads > 0);
    const [x, y] = [both.map(likes).map(firstDigitOf), both.map(downloads).map(firstDigitOf)];
    expect(other("spearman", "models with a like and a download alone")).toBeCloseTo(rankCorrelationOf(x, y), 9);
    const before = on("2025-08-07");
    const pairs = [before.map(likes).map(firstDigitOf), before.map(downloads).map(firstDigitOf)] as const;
    expect(other("spearman", "listing before")).toBeCloseTo(rankCorrelationOf(...pairs), 9);
    const talk = [on(last).map(likes).map(firstDigitOf), on(last).map(discussions).map(firstDigitOf)] as const;
    expect(value("likes-discussions-spearman")).toBeCloseTo(rankCorrelationOf(...talk), 9);
    const used = [on(last).map(downloads).map(firstDigitOf), on(last).map(discussions).map(firstDigitOf)] as const;
    expect(value("downloads-discussions-spearman")).toBeCloseTo(rankCorrelationOf(...used), 9);
  });

  test("tau-b by comparing every pair", () => {
    const [x, y] = [evaluatedModels.map(likes), evaluatedModels.map(downloads)];
    expect(value("sample-kendall")).toBeCloseTo(pairCorrelationOf(x.map(firstDigitOf), y.map(firstDigitOf)), 9);
    expect(Math.abs(value("sample-kendall") - pairCorrelationOf(x, y))).toBeLessThan(0.01);
  });

  test("models without a like, their downloads, and liked models that nobody downloads", () => {
    for (const [prefix, models] of populations()) {
      const [unliked, liked] = [models.filter((one) => one.likes === 0), models.filter((one) => one.likes > 0)];
      const sum = (own: readonly Noticed[]) => own.reduce((all, one) => all + one.downloads, 0);
      expect(value(`${prefix}unliked`)).toBeCloseTo(unliked.length / models.length, 12);
      expect(value(`${prefix}unliked-downloads`)).toBeCloseTo(sum(unliked) / sum(models), 12);
      expect(value(`${prefix}liked-unused`)).toBeCloseTo(
        liked.filter((one) => one.downloads === 0).length / liked.length,
        12,
      );
      expect(value(`${prefix}liked-models`)).toBe(liked.length);
    }
  });

  const near = (id: string, models: readonly Noticed[], part = 0.5) => {
    const expected = atPart(ratiosOf(models), part);
    expect(Math.abs(value(id) / expected - 1), `${id}: ${value(id)}, by hand ${expected}`).toBeLessThan(0.051);
  };

  test("downloads for each like: medians and quartiles, to two digits", () => {
    for (const [prefix, models] of populations()) {
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
      recent.filter((one) => known.get(owner(one)) === "individual"),
    );
    near(
      "sample-per-like-not-in-the-registry",
      evaluatedModels.filter((one) => !known.has(owner(one))),
    );
  });

  test("downloads for each like by age and by size", () => {
    const aged = (models: readonly (Noticed & { readonly made: string })[], day: string, from: number, to: number) =>
      models.filter(({ made }) => {
        const age = made.startsWith("2022-03-02") ? 9999 : daysOld(made, day);
        return age >= from && age < to;
      });
    near("radar-per-like-under-30-days", aged(recent, "2026-08-22", -1, 30));
    near("radar-per-like-one-to-two-years", aged(recent, "2026-08-22", 365, 730));
    near("sample-per-like-one-to-two-years", aged(evaluatedModels, "2026-05-20", 365, 730));
    near("sample-per-like-two-years-or-older", aged(evaluatedModels, "2026-05-20", 730, 10_000));
    const sized = (from: number, to: number) =>
      recent.filter(({ parameters }) => parameters !== null && parameters >= from && parameters < to);
    near("radar-per-like-under-1b", sized(0, 1e9));
    near("radar-per-like-10b-to-100b", sized(1e10, 1e11));
    near("radar-per-like-100b-and-up", sized(1e11, 1e13));
  });

  test("the first of each list by the other measure, and the extremes of the first 25", () => {
    for (const [prefix, models] of populations()) {
      const [byLikes, byUse] = [placesOf(models, likes), placesOf(models, downloads)];
      const [liked, used] = [firstOf(models, likes, 25), firstOf(models, downloads, 25)];
      expect(value(`${prefix}most-liked-download-rank`)).toBe(byUse.get(liked[0]?.id ?? ""));
      expect(value(`${prefix}most-used-like-rank`)).toBe(byLikes.get(used[0]?.id ?? ""));
      expect(value(`${prefix}least-used-downloads`)).toBe(Math.min(...liked.map(downloads)));
      expect(value(`${prefix}least-liked-likes`)).toBe(Math.min(...used.map(likes)));
      const told = models.find(({ id }) => id === "deepseek-ai/DeepSeek-R1");
      expect(value(`${prefix}reported-like-rank`)).toBe(byLikes.get(told?.id ?? ""));
    }
    expect(value("liked-silent")).toBe(firstOf(on(last), likes, 100).filter((one) => one.discussions === 0).length);
  });

  test("the most downloaded by year of creation", () => {
    for (const [prefix, models] of [
      ["radar-", recent],
      ["sample-", evaluatedModels],
    ] as const) {
      const made = new Map(models.map((model) => [model.id, model.made.slice(0, 4)]));
      const years = firstOf(models, downloads, 25).map(({ id }) => made.get(id));
      expect(value(`${prefix}used-from-2022`)).toBe(years.filter((year) => year === "2022").length);
      expect(value(`${prefix}used-from-2026`)).toBe(years.filter((year) => year === "2026").length);
    }
  });

  /** Models of both crawls with the likes that they gained; or of namespaces of both, new ones with all. */
  const gained = (from: string, to: string, all: boolean): Noticed[] => {
    const later = (id: string) => id.replace(/^THUDM\//, "zai-org/");
    const before = new Map(on(from).map((model) => [later(model.id).toLowerCase(), model.likes]));
    const spaces = new Set(on(from).map(({ id }) => later(id).split("/")[0]));
    return on(to).flatMap((model) => {
      const had = before.get(later(model.id).toLowerCase());
      if (had === undefined && !(all && spaces.has(later(model.id).split("/")[0]))) return [];
      return [{ id: model.id, likes: model.likes - (had ?? 0), downloads: model.downloads }];
    });
  };

  test("new likes and downloads of the same weeks, for every pair of crawls", () => {
    const days = [...crawls.keys()].sort();
    const shared = days.slice(1).map((day, i) => bothOf(gained(days[i] ?? "", day, false), likes, downloads, 25));
    expect(value("steps")).toBe(shared.length);
    expect(value("gain-shared-25")).toBe(shared.at(-1));
    expect([value("gain-least"), value("gain-most")]).toEqual([Math.min(...shared), Math.max(...shared)]);
    const said = chapter.figures.get("gainers")?.rows.map((row) => row.shared);
    expect(said).toEqual(shared);
    const [before, day] = [days.at(-2) ?? "", days.at(-1) ?? ""];
    const label = "with models listed for the first time";
    expect(other("gain-shared-25", label)).toBe(bothOf(gained(before, day, true), likes, downloads, 25));
    expect(value("gain-models")).toBe(gained(before, day, false).length);
  });

  test("who gained most likes, and who most downloads, for every pair of crawls", () => {
    const days = [...crawls.keys()].sort();
    const rows = chapter.figures.get("gainers")?.rows ?? [];
    days.slice(1).forEach((day, i) => {
      const own = gained(days[i] ?? "", day, false);
      const before = new Map(
        on(days[i] ?? "").map(({ id, downloads }) => [id.replace("THUDM/", "zai-org/").toLowerCase(), downloads]),
      );
      const [liked] = firstOf(own, likes, 1);
      const more = ({ id, downloads }: Noticed) =>
        downloads - (before.get(id.replace("THUDM/", "zai-org/").toLowerCase()) ?? Number.NaN);
      const [used] = firstOf(own, more, 1);
      expect(rows[i]).toMatchObject({ liked: liked?.id, likes_gained: liked?.likes, used: used?.id });
      expect(rows[i]).toMatchObject({
        used_likes: used?.likes,
        downloads_gained: used === undefined ? null : more(used),
      });
    });
  });
});
