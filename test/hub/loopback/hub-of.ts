import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Commit, HubContent, Repository, RepositoryKind, Row } from "./content.ts";
import { ownersOf } from "./owners.ts";
import { parquetRows } from "./parquet-rows.ts";
import { inGit, Stored } from "./stored.ts";

const tables = ["models", "datasets", "daily_papers"] as const;
const attributes = inGit("*.parquet filter=lfs diff=lfs merge=lfs -text\n");
const card = inGit("# A generated Hub\n\nThese rows are made up. Nothing in them speaks of a real repository.\n");

const inAll = [["README.md", card] as const, [".gitattributes", attributes] as const];

/** A generated month on disk: its folder, and what its `snapshot.json` says. */
interface Month {
  readonly folder: string;
  readonly label: string;
  readonly revision: string;
  readonly committed_at: string;
}

/** The Hub that a folder of generated months stands for: two dataset repositories, and the newest month's listings. */
export function hubOf(folder: string): HubContent {
  const months = monthsIn(folder);
  const newest = months.at(-1);
  if (!newest)
    throw new Error(`${folder} holds no generated month; make some with npm run generate -- --out ${folder}`);
  const rows = lazily((kind: RepositoryKind) => rowsOf(newest, kind));
  const owners = lazily(async () => ownersOf(await rows("model"), await rows("dataset")));
  return { repositories: [weekly(months), daily(months)], rows, owners: () => owners("all") };
}

function monthsIn(folder: string): Month[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter((at) => at.isDirectory());
  const months = found.map(({ name }) => {
    const record = JSON.parse(readFileSync(join(folder, name, "snapshot.json"), "utf8")) as Month;
    return { ...record, folder: join(folder, name) };
  });
  return months.sort((a, b) => a.committed_at.localeCompare(b.committed_at));
}

/** One commit a month, each with all months so far, as plain LFS. */
function weekly(months: readonly Month[]): Repository {
  const files = new Map<string, Stored>(inAll);
  const commits = months.map(({ folder, label, revision, committed_at }): Commit => {
    for (const table of tables)
      files.set(`${table}/${label}/${table}.parquet`, new Stored(join(folder, `${table}.parquet`), "lfs"));
    return { id: revision, date: committed_at, title: `Add ${label}`, files: new Map(files) };
  });
  return { kind: "dataset", name: "hfmlsoc/hub_weekly_snapshots", commits, info: { tags: ["license:odbl"] } };
}

/** One commit a month, each in place of the one before, as Xet. */
function daily(months: readonly Month[]): Repository {
  const name = "cfahlgren1/hub-stats";
  const commits = months.map(({ folder, label, committed_at }): Commit => {
    const stored = tables.map(
      (table) => [`${table}.parquet`, new Stored(join(folder, `${table}.parquet`), "xet")] as const,
    );
    const files = new Map<string, Stored>([...inAll, ...stored]);
    const id = createHash("sha1").update(`${name} ${label}`).digest("hex");
    return { id, date: committed_at, title: `Update of ${label}`, files };
  });
  return { kind: "dataset", name, commits, info: { tags: ["license:apache-2.0"] } };
}

async function rowsOf({ folder }: Month, kind: RepositoryKind): Promise<readonly Row[]> {
  return kind === "space" ? [] : parquetRows(join(folder, `${kind}s.parquet`), kind);
}

/** Works out each answer once, when it is first asked for. */
function lazily<K extends string, T>(work: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}
