import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { type PullOptions, pullSnapshot } from "#scripts/lib/hub/pull.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { type Changes, snapshotFolder } from "#test/fixtures/snapshot.ts";
import { scratch } from "#test/fixtures/source.ts";
import {
  contentOf,
  type LoopbackHub,
  type Repository,
  type Storage,
  Stored,
  startHub,
} from "#test/hub/loopback/index.ts";

export const tables = ["models", "datasets", "daily_papers"] as const;
type Table = (typeof tables)[number];

export const weekly = "hfmlsoc/hub_weekly_snapshots";
export const daily = "cfahlgren1/hub-stats";
export const label = "2026-05-20";

/** Sleeping takes no time. */
export const instant = { now: () => Date.now(), sleep: async () => {}, random: () => 0.5 };

/** A commit's id: 40 times one digit. */
export const idOf = (digit: string): string => digit.repeat(40);

/** A Hub of one week, with a folder of a project that pulls from it. */
export interface World {
  readonly server: LoopbackHub;
  /** What the files must be, byte for byte. */
  readonly originals: Readonly<Record<Table, Buffer>>;
  /** The project's root. */
  readonly root: string;
  /** Where they land. */
  readonly dir: string;
  readonly options: PullOptions;
  pull(more?: Partial<PullOptions>): Promise<string>;
}

export interface WorldOptions {
  readonly storage?: Storage;
  readonly gated?: Repository["gated"];
  readonly token?: string;
  readonly changes?: Changes;
}

/** Starts a Hub with one week of three tables, whose files came with the commit before the newest. */
export async function worldOf({
  storage = "lfs",
  gated = false,
  token = "",
  changes = {},
}: WorldOptions = {}): Promise<World> {
  const made = await snapshotFolder(changes);
  const stored = tables.map(
    (table) => [`${table}/${label}/${table}.parquet`, new Stored(join(made, `${table}.parquet`), storage)] as const,
  );
  const older = new Map([["models/2026-05-06/models.parquet", new Stored(Buffer.from("older"), storage)]]);
  const files = new Map([...older, ...stored]);
  const commits = [
    { id: idOf("1"), date: "2026-05-07T06:10:00Z", title: "older", files: older },
    { id: idOf("2"), date: "2026-05-21T06:10:00Z", title: "week", files },
    {
      id: idOf("3"),
      date: "2026-05-22T06:10:00Z",
      title: "card",
      files: new Map([...files, ["README.md", new Stored(Buffer.from("card"), "git")]]),
    },
  ];
  const server = await startHub(contentOf({ repositories: [{ kind: "dataset", name: weekly, commits, gated }] }), {
    layout: { chunk: 1024, term: 4, xorb: 2, gap: 1 },
  });
  const paths = pathsAt(await scratch());
  const options = { hub: openHub({ endpoint: server.url, token, clock: instant }), paths };
  const read = (table: Table) => readFile(join(made, `${table}.parquet`));
  const [models, datasets, daily_papers] = await Promise.all([read("models"), read("datasets"), read("daily_papers")]);
  const originals = { models, datasets, daily_papers };
  const pull = (more = {}) => pullSnapshot({ source: "weekly", date: label }, { ...options, ...more });
  return { server, originals, root: paths.root, dir: join(paths.incoming, "hub", label), options, pull };
}

/** Names in the folder of the snapshot; none where there is no folder. */
export async function namesIn({ dir }: Pick<World, "dir">): Promise<string[]> {
  return (await readdir(dir).catch(() => [])).sort();
}

/** Names of a folder that is done. */
export const whole = ["daily_papers.parquet", "datasets.parquet", "models.parquet", "snapshot.json"];

/** Tables whose file in the folder is not, byte for byte, what the Hub has. */
export async function strangers({ dir, originals }: Pick<World, "dir" | "originals">): Promise<string[]> {
  const wrong = await Promise.all(
    tables.map(async (table) => {
      const held = await readFile(join(dir, `${table}.parquet`)).catch(() => null);
      return held !== null && originals[table].equals(held) ? [] : [table];
    }),
  );
  return wrong.flat();
}

/** `Range` of every request to the store for a table's file that asked for more than its first byte; "" for none. */
export function bodiesOf({ requests }: LoopbackHub, table: string): string[] {
  const asked = requests.filter(({ origin, path }) => origin === "cdn" && path.includes(`${table}.parquet`));
  return asked.map(({ headers }) => String(headers.range ?? "")).filter((range) => range !== "bytes=0-0");
}

export function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
