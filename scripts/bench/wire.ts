import { spawn } from "node:child_process";
import { createCipheriv } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const label = "2026-11-18";
const megabyte = 1_000_000;

/** The folder of a Hub with one large file, made once; its bytes follow from nothing but their place, and no two parts are alike. */
export async function wireHub(megabytes: number, cache: string): Promise<string> {
  const dir = join(cache, `wire-${megabytes}`);
  if (existsSync(dir)) return dir;
  process.stderr.write(`making a file of ${megabytes} MB\n`);
  const month = join(`${dir}.partial`, label);
  await mkdir(month, { recursive: true });
  await writeBytes(join(month, "models.parquet"), megabytes);
  for (const table of ["datasets", "daily_papers"]) await writeFile(join(month, `${table}.parquet`), table);
  const about = { label, revision: "a".repeat(40), committed_at: `${label}T06:10:00Z` };
  await writeFile(join(month, "snapshot.json"), JSON.stringify(about));
  await rename(`${dir}.partial`, dir);
  return dir;
}

async function writeBytes(path: string, megabytes: number): Promise<void> {
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16));
  const file = await open(path, "w");
  for (let i = 0; i < megabytes; i++) await file.writeFile(cipher.update(Buffer.alloc(megabyte)));
  await file.close();
}

/** Runs work beside the loopback Hub of a folder, which is a process of its own. */
export async function serving<T>(dir: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, [join("test", "hub", "loopback", "serve.ts"), dir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    for await (const url of createInterface(server.stdout)) return await work(url);
    throw new Error(`the loopback Hub of ${dir} did not start`);
  } finally {
    server.kill();
  }
}
