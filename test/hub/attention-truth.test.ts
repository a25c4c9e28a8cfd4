import { beforeAll, describe, expect, test } from "vitest";
import attention from "#analyses/attention/analysis.ts";
import { atPart, pairCorrelationOf, rankCorrelationOf } from "#test/oracles/attention.ts";
import { type Generated, generatedOnce, reference, truthHubs } from "#test/support/generated-hub.ts";
import {
  factFaults,
  type HubChapter,
  hubChapter,
  linesOf,
  onHubOf,
  trueRows,
  unnoticedSwaps,
} from "#test/support/hub-chapters.ts";
import { both, type Row, spread, total, within } from "#test/support/truth-rows.ts";

const schemas = Object.values(onHubOf(attention, ["hub"]).tables);
const kinds = new Map(reference.owners.map(({ owner, kind }) => [owner, kind]));
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

describe.each(truthHubs)("attention on a generated Hub %s", (_, options) => {
  let generated: Generated;
  let of: HubChapter;
  let newest: (name: string) => Row[];
  beforeAll(async () => {
    generated = await generatedOnce(options);
    of = await hubChapter(attention, generated.dir);
    newest = (name) => trueRows(of, name).filter(({ observed_on }) => observed_on === generated.hub.days.at(-1));
  }, 120_000);

  test.each(schemas)("$name is what the generator counted", (schema) => {
    const lines = linesOf(of, schema);
    expect(lines.truth.length).toBeGreaterThan(5);
    expect(lines.found).toEqual(lines.truth);
  });

  test.each(schemas)("$name: any two statistics swapped would be found", (schema) => {
    expect(unnoticedSwaps(of, schema)).toEqual([]);
  });

  test("what the most liked and the most downloaded share follows from the generator's places", () => {
    const [first, classes] = [newest("crawl-ranks"), newest("crawl-classes")];
    const models = total(classes, "models");
    const at = [10, 25, 50, 100].flatMap((k) => {
      const shared = both(first, "like_rank", "download_rank", k);
      return Object.entries({ [`shared-${k}`]: shared, [`shared-${k}-part`]: shared / k, [`chance-${k}`]: k / models });
    });
    expect(both(first, "like_rank", "download_rank", 100)).toBeGreaterThan(0);
    expect(factFaults(of, { models, ...Object.fromEntries(at) })).toEqual([]);
    const lifetime = both(first, "like_rank", "lifetime_rank", 25);
    expect(of.chapter.facts.get("shared-25")?.variants).toContainEqual({
      label: "downloads since creation",
      value: lifetime,
    });
  });

  test("correlations and models without a like follow from its counts", () => {
    const classes = newest("crawl-classes");
    const [x, y] = [spread(classes, "x"), spread(classes, "y")];
    const [unliked, liked] = [classes.filter((row) => row.x === 0), classes.filter((row) => row.x !== 0)];
    const unused = liked.filter((row) => row.y === 0);
    const expected = {
      spearman: rankCorrelationOf(x, y),
      kendall: pairCorrelationOf(x, y),
      unliked: total(unliked, "models") / x.length,
      "unliked-downloads": total(unliked, "downloads_30d") / total(classes, "downloads_30d"),
      "liked-unused": total(unused, "models") / total(liked, "models"),
    };
    const first = newest("crawl-ranks");
    const top = (rank: string) => {
      const own = first.filter((row) => within(row, rank, 100));
      const column = (name: string) => own.map((row) => Number(row[name]));
      return rankCorrelationOf(column("likes"), column("downloads_30d"));
    };
    const tops = { "spearman-liked": top("like_rank"), "spearman-downloaded": top("download_rank") };
    expect(factFaults(of, { ...expected, ...tops })).toEqual([]);
  });

  test("downloads for each like, of all and of every group, follow from its counts", () => {
    const rows: Row[] = newest("crawl-per-like").map((row) =>
      row.by === "owner"
        ? { ...row, by: "kind", group: kinds.get(String(row.group)) ?? "not in the registry" }
        : { ...row, group: String(row.group).replace(/^\d /, "") },
    );
    const groups = Map.groupBy(
      rows.filter((row) => row.per_like !== null),
      (row) => `${row.by}: ${row.group}`,
    );
    const known = [...groups].map(([name, own]) => [name, spread(own, "per_like")] as const);
    const all = groups.get("all: all") ?? [];
    const told = known.filter(([name, ratios]) => name !== "all: all" && ratios.length >= 20);
    expect(told.length).toBeGreaterThan(8);
    const expected = {
      "per-like": atPart(spread(all, "per_like"), 0.5),
      "per-like-lower": atPart(spread(all, "per_like"), 0.25),
      "per-like-upper": atPart(spread(all, "per_like"), 0.75),
      "liked-models": total(all, "models"),
      ...Object.fromEntries(
        told.map(([name, ratios]) => [`per-like-${slug(name.replace(/^\w+: /, ""))}`, atPart(ratios, 0.5)]),
      ),
    };
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("who leads, and where by the other measure, follows from its places", () => {
    const rows = newest("crawl-leading");
    const first = (rank: string) => rows.find((row) => row[rank] === 1) ?? expect.unreachable();
    const least = (rank: string, column: string) =>
      rows.filter((row) => within(row, rank, 25)).reduce((a, b) => (Number(b[column]) < Number(a[column]) ? b : a));
    const named = {
      "most-liked": first("like_rank"),
      "most-used": first("download_rank"),
      "least-used": least("like_rank", "downloads_30d"),
    };
    const expected = Object.entries(named).flatMap(([name, row]) => [
      [`${name}-likes`, Number(row.likes)],
      [`${name}-downloads`, Number(row.downloads_30d)],
      [`${name}-like-rank`, Number(row.like_rank)],
      [`${name}-download-rank`, Number(row.download_rank)],
    ]);
    const quiet = least("download_rank", "likes");
    expect(factFaults(of, { ...Object.fromEntries(expected), "least-liked-likes": Number(quiet.likes) })).toEqual([]);
  });

  test("what was gained between snapshots follows from its places", () => {
    const matched = trueRows(of, "gain-ranks").filter((row) => row.matched);
    const steps = generated.hub.days
      .slice(1)
      .map((day) => matched.filter(({ observed_on }) => observed_on === day))
      .filter((rows) => rows.length > 0);
    const last = steps.at(-1) ?? [];
    const shared = steps.map((rows) => both(rows, "like_rank", "download_rank", 25));
    const at = [10, 25, 50].flatMap((k) => [
      [`gain-shared-${k}`, both(last, "like_rank", "download_rank", k)],
      [`gain-both-${k}`, both(last, "like_rank", "gain_rank", k)],
    ]);
    const gainers = trueRows(of, "gainers");
    const most = (column: string) => Math.max(...gainers.map((row) => Number(row[column])));
    const expected = {
      ...Object.fromEntries(at),
      ...{ steps: generated.hub.days.length - 1, crawls: generated.hub.days.length },
      ...{
        "gain-models": Number(last[0]?.models),
        "gain-least": Math.min(...shared),
        "gain-most": Math.max(...shared),
      },
      ...{ "rush-likes": most("likes_gained"), "burst-downloads": most("downloads_gained") },
    };
    expect(factFaults(of, expected)).toEqual([]);
  });

  test("the chapter stands on the complete Hub, its headlines are told, and nothing is wrong with it", () => {
    const { chapter } = of;
    expect(chapter.problems.map(({ message }) => message)).toEqual([]);
    expect(chapter.headlines.map(({ id }) => id)).toEqual(["shared-25", "gain-shared-25", "per-like"]);
    expect(chapter.findings.basis).toMatchObject({ complete: true, sources: ["hub"] });
    expect(chapter.findings.basis.asOf).toBe(generated.hub.days.at(-1));
  });
});
