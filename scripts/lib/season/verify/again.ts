import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { classes, type Seal, type SealedFile } from "#site/lib/seal/format.ts";
import { sha256 } from "../../declared.ts";
import { done, type Finding, type Step, undone } from "./findings.ts";
import { npm } from "./run.ts";

/** Makes an edition again in a checkout of its release: with that release's own code, from its own tables. */
export async function madeAgain(seal: Seal, folder: string): Promise<Step> {
  const out = join(folder, ".cache", "remade");
  const { id } = seal.edition;
  const ran = await npm(folder, ["run", "--silent", "season", "--", "remake", id, "--out", out]);
  if (ran.code !== 0) return undone("made again", `the code of the release does not make ${id} here:\n${ran.said}`);
  return done("made again", seal.files.length, againstSeal(seal, { made: out, checkout: folder }));
}

/** Where files were made, and where the tables that they were made from stand. */
interface Places {
  readonly made: string;
  readonly checkout: string;
}

/** Every file that is other than the seal says when it is made again; tables are those of the release's own commit. */
export function againstSeal({ files }: Pick<Seal, "files">, { made, checkout }: Places): Finding[] {
  const known = new Set(files.map(({ path }) => path));
  const faults = files.flatMap((file) =>
    differs(file, file.class === "table" && !existsSync(join(made, file.path)) ? checkout : made),
  );
  const more = filesIn(made).filter((path) => !known.has(path));
  return [...faults, ...more.map((file) => ({ file, fault: "is made by the code of the release, and not sealed" }))];
}

function differs({ path, class: kind, sha256: sealed }: SealedFile, folder: string): Finding[] {
  const file = join(folder, path);
  if (!existsSync(file))
    return [{ file: path, fault: `the ${classes[kind]} is sealed, and not made by the code of the release` }];
  const bytes = readFileSync(file);
  return sha256(bytes) === sealed
    ? []
    : [{ file: path, fault: `the ${classes[kind]} is other than sealed when it is made again` }];
}

function filesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
