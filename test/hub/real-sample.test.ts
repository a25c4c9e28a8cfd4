import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { findLoaders } from "#loaders/discover.ts";
import { readReference } from "#loaders/reference.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { describeReal, realSource } from "#test/fixtures/real.ts";
import { basesOf, labelOf, licenceOf, ownerOf, type RawModel } from "#test/oracles/hub.ts";
import { type Size, sizesOf } from "#test/oracles/hub-sizes.ts";
import { csv } from "#test/oracles/sovereignty-shares.ts";
import { type EvidenceRows, evidenceOf, hubEvidence } from "#test/support/hub.ts";
import { rawParquet } from "#test/support/raw-rows.ts";

const id = "hub-stats-sample";
const byHand: ReadonlyMap<string, Size> = new Map([
  ["TheDrummer/Cydonia-24B-v4.3", { parameters: 24e9, from: "correction" }],
]);

/** Sums by key, in a plain loop. */
function tally<T>(rows: Iterable<T>, key: (row: T) => readonly unknown[], add: (row: T) => readonly number[]) {
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const name = JSON.stringify(key(row));
    const values = add(row);
    const before = sums.get(name) ?? values.map(() => 0);
    sums.set(
      name,
      values.map((value, i) => value + (before[i] ?? 0)),
    );
  }
  return Object.fromEntries([...sums].sort());
}

describeReal("the sample of hub-stats, against plain loops over its rows", () => {
  let raw: RawModel[];
  let tables: Map<string, EvidenceRows>;
  const registry = new Map<string, string>();
  const known = (owner: string): string => registry.get(owner.toLowerCase()) ?? "(unregistered)";
  const rowsOf = (name: string): EvidenceRows => tables.get(name) ?? [];
  const found = (name: string, key: readonly string[], values: readonly string[]) =>
    tally(
      rowsOf(name),
      (row) => key.map((column) => row[column]),
      (row) => values.map((column) => Number(row[column])),
    );

  beforeAll(async () => {
    const files = await realSource(id);
    const path = files.record.files[0]?.path ?? "";
    raw = (await rawParquet(files.local(path))) as unknown as RawModel[];
    const [header = [], ...lines] = csv(readFileSync("data/reference/owners.csv", "utf8"));
    for (const line of lines) {
      const owner = line[header.indexOf("owner")] ?? "";
      registry.set(owner.toLowerCase(), owner);
    }
    const loads = (await findLoaders(id, pathsAt().loaders)).map((loader) => ({ loader, files }));
    const standing = { sources: [id], population: files.record.population, complete: false };
    tables = await evidenceOf(loads, hubEvidence(standing), await readReference("data/reference"));
  });

  test("owners", () => {
    const expected = tally(
      raw,
      (row) => [known(ownerOf(row.id))],
      (row) => [1, Number(row.downloads), Number(row.downloadsAllTime), Number(row.likes)],
    );
    const values = ["repositories", "downloads_30d", "downloads_all_time", "likes"];
    expect(found("hub-owners", ["owner"], values)).toEqual(expected);
    expect(Object.keys(expected).length).toBeGreaterThan(100);
    const handles = new Set(raw.map((row) => ownerOf(row.id).toLowerCase()));
    expect(rowsOf("hub-totals")[0]).toMatchObject({ repositories: 4167, owners: handles.size });
  });

  test("one-hop derivatives by owner and relation", () => {
    const pairs = new Map<string, { key: unknown[]; downloads: number }>();
    for (const row of raw)
      for (const base of basesOf(row)) {
        const same = ownerOf(base) === ownerOf(row.id).toLowerCase();
        const key = [known(ownerOf(base)), row.baseModels?.relation ?? null, same];
        pairs.set(JSON.stringify([key, row.id]), { key, downloads: Number(row.downloads) });
      }
    const expected = tally(
      pairs.values(),
      ({ key }) => key,
      ({ downloads }) => [1, downloads],
    );
    const key = ["base_owner", "relation", "same_owner"];
    expect(found("hub-derivatives", key, ["models", "downloads_30d"])).toEqual(expected);
    expect(Object.keys(expected).length).toBeGreaterThan(50);
  });

  test("sizes, each with the method that gave it", () => {
    const sizes = sizesOf(raw, byHand);
    const size = (row: RawModel): Size => sizes.get(row.id.toLowerCase()) ?? { parameters: null, from: null };
    const expected = tally(
      raw,
      (row) => [size(row).from, threeDigits(size(row).parameters)],
      (row) => [1, Number(row.downloads)],
    );
    expect(found("hub-sizes", ["parameters_from", "parameters"], ["models", "downloads_30d"])).toEqual(expected);
    const methods = tally(
      raw,
      (row) => [size(row).from],
      () => [1],
    );
    expect(found("hub-sizes", ["parameters_from"], ["models"])).toEqual(methods);
  });

  test("size quantiles, of models and of downloads", () => {
    const sizes = sizesOf(raw, byHand);
    const known = raw.flatMap((row) => {
      const parameters = sizes.get(row.id.toLowerCase())?.parameters ?? null;
      return parameters === null ? [] : [{ size: threeDigits(parameters) ?? 0, downloads: Number(row.downloads) }];
    });
    const rows = rowsOf("hub-sizes").filter(({ parameters }) => parameters !== null);
    for (const p of [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      const one = known.map(({ size }) => ({ size, weight: 1 }));
      const two = known.map(({ size, downloads }) => ({ size, weight: downloads }));
      expect(
        quantile(
          rows.map((row) => ({ size: Number(row.parameters), weight: Number(row.models) })),
          p,
        ),
      ).toBe(quantile(one, p));
      expect(
        quantile(
          rows.map((row) => ({ size: Number(row.parameters), weight: Number(row.downloads_30d) })),
          p,
        ),
      ).toBe(quantile(two, p));
    }
  });

  test("licences, and where they are stated", () => {
    const expected = tally(
      raw,
      (row) => [licenceOf(row).licence, licenceOf(row).from],
      (row) => [1, Number(row.downloads)],
    );
    expect(found("hub-licences", ["licence", "licence_from"], ["repositories", "downloads_30d"])).toEqual(expected);
    expect(expected["[null,null]"]?.[0]).toBe(1174);
  });

  test("tasks and libraries", () => {
    const of = (pick: (row: RawModel) => string | null) =>
      tally(
        raw,
        (row) => [labelOf(pick(row))],
        (row) => [1, Number(row.downloads)],
      );
    expect(found("hub-tasks", ["pipeline_tag"], ["models", "downloads_30d"])).toEqual(of((row) => row.pipeline_tag));
    expect(found("hub-libraries", ["library"], ["models", "downloads_30d"])).toEqual(of((row) => row.library_name));
    expect(found("hub-tasks", ["pipeline_tag"], ["models"])["[null]"]).toEqual([480]);
  });

  test("months of creation, with those at the floor apart", () => {
    const expected = tally(
      raw,
      ({ createdAt }) => (createdAt.startsWith("2022-03-02") ? [null, true] : [`${createdAt.slice(0, 7)}-01`, false]),
      (row) => [1, Number(row.downloads), Number(row.likes)],
    );
    expect(found("hub-created", ["month", "at_floor"], ["repositories", "downloads_30d", "likes"])).toEqual(expected);
    expect(expected["[null,true]"]?.[0]).toBe(18);
  });

  test("download counts", () => {
    const expected = tally(
      raw,
      (row) => [Number(row.downloads)],
      () => [1],
    );
    expect(found("hub-download-counts", ["downloads_30d"], ["repositories"])).toEqual(expected);
    expect(expected["[0]"]).toEqual([139]);
  });
});

function threeDigits(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}

function quantile(values: readonly { size: number; weight: number }[], p: number): number {
  const sorted = [...values].sort((a, b) => a.size - b.size);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { size, weight } of sorted) {
    below += weight;
    if (below >= p * whole) return size;
  }
  return Number.NaN;
}
