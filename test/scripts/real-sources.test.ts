import { readFile, rm } from "node:fs/promises";
import { posix } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "#loaders/schema/loader.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { localSource, type Place } from "#scripts/lib/local.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { pinsOf } from "#scripts/lib/pin.ts";
import { readRecords } from "#scripts/lib/records.ts";
import { fetchSources, type Outcome, raiseFailures, verifySources } from "#scripts/lib/store.ts";
import { transport } from "#scripts/lib/transport.ts";
import { describeReal, mirror } from "#test/fixtures/real.ts";
import { put, scratch } from "#test/fixtures/source.ts";

describeReal("every source on record, from an empty cache", () => {
  let records: SourceRecord[];
  let place: Place;
  let outcomes: Outcome[];

  beforeAll(async () => {
    const { sources, root } = pathsAt();
    records = await readRecords(sources);
    place = { cache: await scratch(), root };
    outcomes = await fetchSources(records, place, { open: transport({ mirror }) });
  }, 120_000);

  afterAll(() => rm(place.cache, { recursive: true, force: true }), 60_000);

  const recordOf = (id: string): SourceRecord => {
    const found = records.find((record) => record.id === id);
    if (found === undefined) throw new Error(`no record ${id}`);
    return found;
  };
  const membersOf = (id: string, archive: string) => localSource(recordOf(id), place).members(archive);

  test("is brought whole, and nothing of it is failed", () => {
    raiseFailures(outcomes);
    const counts = Map.groupBy(outcomes, ({ status }) => status);
    expect([counts.get("fetched")?.length, counts.get("installed")?.length]).toEqual([778, 3]);
  });

  test("verifies again in a few seconds, 21,383 members of archives one by one", { timeout: 60_000 }, async () => {
    const start = performance.now();
    raiseFailures(await verifySources(records, place));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("radar: a file of JSON for each of 15,904 models, a licence and a schema", () => {
    const members = membersOf("radar", "radar-huggingface-dataset.tar.gz");
    const paths = members.map(({ path }) => path);
    expect(paths.filter((path) => /^data\/[^/]+\/[^/]+\.json$/.test(path))).toHaveLength(15_904);
    expect(paths.filter((path) => !path.startsWith("data/"))).toEqual(["LICENSE", "SCHEMA.md"]);
    expect(paths).toEqual([...paths].sort());
  });

  test("models.dev: 209 links, of which 31 lead nowhere", () => {
    const members = membersOf("models-dev", "models.dev.tar.gz");
    const paths = new Set(members.map(({ path }) => path));
    const links = members.filter(({ local }) => local === null);
    const leads = ({ path, target }: Member) => paths.has(posix.join(posix.dirname(path), target ?? ""));
    expect([links.length, links.filter((link) => !leads(link)).length]).toEqual([209, 31]);
    expect(members.filter(({ path, target }) => /^providers\/[^/]+\/models\//.test(path) && !target)).toHaveLength(
      5_098,
    );
  });

  test("a flipped byte in one member of thousands is named", { timeout: 60_000 }, async () => {
    const models = recordOf("models-dev");
    const [, member] = membersOf("models-dev", "models.dev.tar.gz").filter(({ path }) => path.includes(":"));
    const local = member?.local ?? "";
    const bytes = await readFile(local);
    await put(local, Buffer.from(bytes.map((byte, i) => (i === 9 ? byte ^ 1 : byte))));
    const problems = (await verifySources([models], place)).flatMap(({ problems }) => problems);
    expect(problems).toMatchObject([{ record: "models-dev", file: member?.path, rule: "hash" }]);
    raiseFailures(await fetchSources([models], place, { open: () => Promise.reject(new Error("no need to read")) }));
    expect(await readFile(local)).toEqual(bytes);
  });

  test("pins are what pin prints", { timeout: 60_000 }, async () => {
    for (const record of records.filter(({ files }) => files.length < 100)) {
      const { files, archives, package: pin } = record;
      expect(await pinsOf(record, place.root, transport({ mirror })), record.id).toEqual({
        files,
        archives,
        package: pin,
      });
    }
  });
});
