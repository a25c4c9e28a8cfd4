import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourcePackage } from "#loaders/schema/source.ts";
import { mismatch } from "./cache.ts";
import type { Mismatch, Wrong } from "./problem.ts";

/** Where a package is installed. */
export function packagePath(root: string, { name }: Pick<SourcePackage, "name">): string {
  return join(root, "node_modules", name);
}

/** What package-lock.json says of an installed package. */
export type Locked = Partial<Pick<SourcePackage, "version" | "integrity">>;

/** Reads what package-lock.json pins a package to; null when there is no such file or package. */
export async function lockedPackage(root: string, name: string): Promise<Locked | null> {
  const lock = await readJson(join(root, "package-lock.json"));
  const { packages } = (lock ?? {}) as { packages?: Readonly<Record<string, Locked>> };
  return packages?.[`node_modules/${name}`] ?? null;
}

/** Compares a package with its pin: version and integrity in the lockfile, version and listed files as installed. */
export async function verifyPackage(pin: SourcePackage, root: string): Promise<Wrong[]> {
  const dir = packagePath(root, pin);
  const installed = (await readJson(join(dir, "package.json"))) as { version?: unknown } | null;
  const locked = lockWrong(pin, await lockedPackage(root, pin.name));
  if (installed === null) return [...locked, { file: pin.name, rule: "not-installed", detail: "is not installed" }];
  return [...locked, ...versionWrong(pin, installed.version), ...(await filesWrong(pin, dir))];
}

function lockWrong(pin: SourcePackage, locked: Locked | null): Wrong[] {
  const file = pin.name;
  if (locked === null) return [{ file, rule: "lock", detail: "is not in package-lock.json" }];
  return (["version", "integrity"] as const)
    .filter((key) => locked[key] !== pin[key])
    .map((key) => ({ file, rule: "lock", detail: `has ${key} ${locked[key]} in package-lock.json, not ${pin[key]}` }));
}

function versionWrong({ name, version }: SourcePackage, found: unknown): Wrong[] {
  if (found === version) return [];
  return [{ file: name, rule: "not-installed", detail: `is installed in version ${String(found)}, not ${version}` }];
}

async function filesWrong({ name, files }: SourcePackage, dir: string): Promise<Wrong[]> {
  const found = await Promise.all(files.map((file) => fileWrong(file, dir)));
  return found.flatMap((wrong, i) => (wrong ? [{ ...wrong, file: `${name}/${files[i]?.path}` }] : []));
}

async function fileWrong(file: SourcePackage["files"][number], dir: string): Promise<Mismatch | null> {
  const wrong = await mismatch(join(dir, file.path), file);
  if (wrong?.rule === "not-cached") return { rule: "not-installed", detail: "is missing" };
  return wrong && { ...wrong, remedy: "run npm ci: it installs the package again" };
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}
