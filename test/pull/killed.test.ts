import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { Transform } from "node:stream";
import pMap from "p-map";
import { afterEach, expect, test, vi } from "vitest";
import type { Effect } from "#test/hub/loopback/index.ts";
import { label, namesIn, strangers, type World, whole, worldOf } from "./world.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const worlds: World[] = [];
afterEach(async () => void (await Promise.all(worlds.splice(0).map(({ server }) => server.close()))));

/** Rows that hardly compress, so that files come in many pieces. */
const heavy = (rows: string) =>
  `SELECT *, list_transform(range(600), i -> md5(concat(i, id))) AS filler FROM (${rows})`;
const changes = { tables: { models: heavy, datasets: heavy } };

/** Counts the bytes of every body that is sent, and calls `then` as soon as there are `many`. */
function counting(many: number, then: () => void): Effect & { readonly sent: () => number } {
  let sent = 0;
  const count = () =>
    new Transform({
      transform: (data: Buffer, _, done) => {
        sent += data.length;
        if (sent >= many) then();
        done(null, data);
      },
    });
  return {
    sent: () => sent,
    reply: (reply) => ({
      ...reply,
      body: { size: reply.body.size, read: (start, end) => reply.body.read(start, end).pipe(count()) },
    }),
  };
}

async function started(): Promise<World> {
  const world = await worldOf({ changes });
  worlds.push(world);
  return world;
}

function pulling({ server, root }: World): ChildProcess {
  return spawn(process.execPath, [resolve("test/pull/child.ts"), server.url, root, label], { stdio: "ignore" });
}

/** Numbers from 0 to before 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Bytes that a pull sends in all. */
async function weigh(): Promise<number> {
  const world = await started();
  const effect = counting(Number.POSITIVE_INFINITY, () => {});
  world.server.fail({ path: "/", effect });
  await world.pull();
  return effect.sent();
}

test("a run that is killed at any of ten moments leaves nothing half-written in use, and a rerun ends right", async () => {
  const [all, random] = [await weigh(), seeded(20261118)];
  const moments = Array.from({ length: 10 }, () => Math.ceil(random() * all));
  const killed = await pMap(moments, killAndRerun, { concurrency: 4 });
  expect(killed).toContain("SIGKILL");
}, 120_000);

async function killAndRerun(moment: number): Promise<string | null> {
  const world = await started();
  const child = pulling(world);
  const fault = world.server.fail({ path: "/", effect: counting(moment, () => child.kill("SIGKILL")) });
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  fault.lift();
  const names = await namesIn(world);
  const placed = names.filter((name) => name.endsWith(".parquet")).map((name) => name.replace(".parquet", ""));
  const wrong = await strangers(world);
  expect(
    placed.filter((table) => wrong.includes(table)),
    `at ${moment}`,
  ).toEqual([]);
  if (names.includes("snapshot.json")) expect(wrong).toEqual([]);
  await world.pull();
  expect([await strangers(world), await namesIn(world)], `at ${moment}`).toEqual([[], whole]);
  return signal;
}
