import { afterEach, expect, test } from "vitest";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { findUpstream } from "#scripts/lib/hub/upstream.ts";
import { type Commit, contentOf, type LoopbackHub, Stored, startHub } from "#test/hub/loopback/index.ts";
import { daily, idOf, instant, label, sha256, weekly } from "./world.ts";

let server: LoopbackHub;
afterEach(() => server.close());

const bytesOf = (n: number) => Buffer.from(`models as of commit ${n}`.padEnd(40 + n));

/** Commit `n` of a day, with bytes of its own at the path. */
function commit(n: number, path: string): Commit {
  const files = new Map([[path, new Stored(bytesOf(n), "lfs")]]);
  return { id: idOf(String(n)), date: `2026-05-2${n}T06:10:00Z`, title: `commit ${n}`, files };
}

async function hubWith(name: string, commits: Commit[]) {
  server = await startHub(contentOf({ repositories: [{ kind: "dataset", name, commits }] }));
  return openHub({ endpoint: server.url, token: "", clock: instant });
}

const found = (n: number) => ({
  commit: { id: idOf(String(n)) },
  files: [{ table: "models", bytes: 40 + n, sha256: sha256(bytesOf(n)) }],
});

test.each([
  ["on an earlier day", { source: "daily", date: "2026-05-22" }, 2],
  ["on a day between two commits", { source: "daily", date: "2026-05-23" }, 2],
  ["at a commit that is not the last", { source: "daily", revision: idOf("1") }, 1],
  ["on the last day", { source: "daily", date: "2026-05-24" }, 4],
] as const)("the daily copies %s are those of that commit, not the branch's", async (_, wanted, n) => {
  const hub = await hubWith(
    daily,
    [1, 2, 4].map((n) => commit(n, "models.parquet")),
  );
  expect(await findUpstream(hub, wanted)).toMatchObject({ ...found(n), label: `2026-05-2${n}` });
});

test("a branch that moves between two requests changes nothing: all is read at the commit it stood for", async () => {
  const path = `models/${label}/models.parquet`;
  const commits = [commit(1, path), commit(2, path)];
  const hub = await hubWith(weekly, commits);
  const moves = {
    reply: <T>(reply: T) => {
      commits[2] ??= commit(3, path);
      return reply;
    },
  };
  const fault = server.fail({ path: "/revision/main", effect: moves });
  expect(await findUpstream(hub, { source: "weekly", date: label })).toMatchObject(found(2));
  expect([fault.hits, commits.length]).toEqual([1, 3]);
  expect(await findUpstream(hub, { source: "weekly", date: label })).toMatchObject(found(3));
});
