import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Edition } from "#loaders/schema/edition.ts";
import { DataError } from "#loaders/schema/errors.ts";
import type { Report } from "#site/lib/assemble.ts";
import type { Changes } from "#site/lib/changes/types.ts";
import { give } from "#site/lib/given.ts";
import { type Seal, sealFolder, sealPath } from "#site/lib/seal/format.ts";
import { pack } from "#site/lib/seal/pack.ts";
import { readSeal } from "#site/lib/seal/verify.ts";
import { changelogPath, sectionOf, withSection } from "./changelog.ts";
import { putSeal, replace, sealHash } from "./put.ts";
import { sealOf } from "./seal.ts";
import { written } from "./written.ts";

/** What is sealed, and under which circumstances. */
export interface Sealing extends Pick<Seal, "sealed" | "because"> {
  /** The record as it stands. */
  readonly edition: Edition;
  /** The edition as it will be read. */
  readonly report: Report;
  /** All editions, so that the site that is rendered for it need not compute them. */
  readonly reports: readonly Report[];
  readonly changes: Changes;
  readonly code: Pick<Seal["code"], "commit" | "tree">;
}

/** Renders what is written in prose, then puts seal, record and changelog in their places; `out` keeps the site that was rendered. */
export async function sealEdition(about: Sealing, root: string, out?: string): Promise<Seal> {
  const { edition, report, changes, sealed, because } = about;
  const old = because === null ? null : readSeal(edition.id, root);
  const before = kept(edition, old);
  give(about.reports);
  const packed = pack(report, await written(report, root, out), changes);
  const code = { version: report.version, ...about.code };
  const seal = sealOf(packed, report.tables, { edition, sealed, because, code, before }, root);
  await putSeal(seal, packed, root);
  const changelog = join(root, changelogPath);
  const text = existsSync(changelog) ? await readFile(changelog, "utf8") : null;
  await replace(changelog, withSection(text, sectionOf(seal, { report, changes, old })));
  return seal;
}

/** Where the seal of a released edition is kept: in the order of the seals, from 1 on. */
function kept({ id, seal }: Edition, old: Seal | null): Seal["before"] {
  if (old === null || seal === undefined) return null;
  if (sealHash(old) !== seal)
    throw new DataError(`edition ${id}`, [
      `${sealPath(id)} is not the seal that its record names: restore it from git`,
    ]);
  const number = old.before === null ? 1 : Number(basename(old.before.path, ".json")) + 1;
  return { path: `${sealFolder(id)}/seals/${number}.json`, sha256: seal };
}
