import { beforeAll, expect, test } from "vitest";
import { describeReal } from "#test/fixtures/real.ts";
import { bothOf, firstOf, type Noticed } from "#test/oracles/attention.ts";
import { downloads, likes, type RealAttention, reading, realAttention } from "#test/support/attention-real.ts";

describeReal("plain loops over the raw rows give who gained between crawls", () => {
  let real: RealAttention;
  let said: ReturnType<typeof reading>;

  beforeAll(async () => {
    real = await realAttention();
    said = reading(real);
  }, 120_000);

  /** Models of both real.crawls with the likes that they gained; or of namespaces of both, new ones with all. */
  const gained = (from: string, to: string, all: boolean): Noticed[] => {
    const later = (id: string) => id.replace(/^THUDM\//, "zai-org/");
    const before = new Map(said.on(from).map((model) => [later(model.id).toLowerCase(), model.likes]));
    const spaces = new Set(said.on(from).map(({ id }) => later(id).split("/")[0]));
    return said.on(to).flatMap((model) => {
      const had = before.get(later(model.id).toLowerCase());
      if (had === undefined && !(all && spaces.has(later(model.id).split("/")[0]))) return [];
      return [{ id: model.id, likes: model.likes - (had ?? 0), downloads: model.downloads }];
    });
  };

  test("new likes and downloads of the same weeks, for every pair of crawls", () => {
    const days = [...real.crawls.keys()].sort();
    const shared = days.slice(1).map((day, i) => bothOf(gained(days[i] ?? "", day, false), likes, downloads, 25));
    expect(said.value("steps")).toBe(shared.length);
    expect(said.value("gain-shared-25")).toBe(shared.at(-1));
    expect([said.value("gain-least"), said.value("gain-most")]).toEqual([Math.min(...shared), Math.max(...shared)]);
    const shown = real.chapter.figures.get("gainers")?.rows.map((row) => row.shared);
    expect(shown).toEqual(shared);
    const [before, day] = [days.at(-2) ?? "", days.at(-1) ?? ""];
    const label = "with models listed for the first time";
    expect(said.other("gain-shared-25", label)).toBe(bothOf(gained(before, day, true), likes, downloads, 25));
    expect(said.value("gain-models")).toBe(gained(before, day, false).length);
  });

  test("who gained most likes, and who most downloads, for every pair of crawls", () => {
    const days = [...real.crawls.keys()].sort();
    const rows = real.chapter.figures.get("gainers")?.rows ?? [];
    days.slice(1).forEach((day, i) => {
      const own = gained(days[i] ?? "", day, false);
      const before = new Map(
        said.on(days[i] ?? "").map(({ id, downloads }) => [id.replace("THUDM/", "zai-org/").toLowerCase(), downloads]),
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
