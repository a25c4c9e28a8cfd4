import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bring } from "../lib/hub/bring.ts";
import type { Wanted } from "../lib/hub/copies.ts";
import { openHub } from "../lib/hub/hub.ts";
import { findUpstream } from "../lib/hub/upstream.ts";

const [endpoint = "", source = "weekly", date = "", dir = ""] = process.argv.slice(2);
await rm(dir, { recursive: true, force: true });
await mkdir(dir, { recursive: true });

const from = performance.now();
const hub = openHub({ endpoint, token: "" });
const { repository, commit, files } = await findUpstream(hub, { source, date } as Wanted);
for (const { table, path, bytes, sha256 } of files)
  await bring(
    {
      table,
      file: { repo: repository, revision: commit.id, path, bytes, sha256 },
      local: join(dir, `${table}.parquet`),
    },
    hub,
  );
const seconds = (performance.now() - from) / 1000;
process.stdout.write(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1e6 }));
