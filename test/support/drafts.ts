import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Json = Readonly<Record<string, unknown>>;

/** Rewrites a JSON file of a copy of the project. */
export function change(root: string, file: string, edit: (json: Json) => Json): void {
  const path = join(root, file);
  writeFileSync(path, JSON.stringify(edit(JSON.parse(readFileSync(path, "utf8"))), null, 2));
}

/** Makes every edition of a copy a draft again, so that a build computes it. */
export function allDrafts(root: string): void {
  for (const name of readdirSync(join(root, "data/editions"))) {
    if (name.endsWith(".json"))
      change(root, `data/editions/${name}`, ({ seal: _, ...record }) => ({ ...record, status: "draft" }));
    else if (!name.endsWith(".md")) rmSync(join(root, "data/editions", name), { recursive: true });
  }
}

/** Leaves one draft of a few chapters in a copy of the project: no other edition, no other chapter, no prose on conflicts. */
export function fewChapters(root: string, edition: string, kept: readonly string[]): void {
  allDrafts(root);
  const folders = readdirSync(join(root, "analyses")).filter((name) => /^[a-z]/.test(name) && !kept.includes(name));
  for (const name of folders) {
    rmSync(join(root, "analyses", name), { recursive: true });
    rmSync(join(root, `data/tables/${edition}/${name}`), { recursive: true, force: true });
  }
  change(root, `data/tables/${edition}/tables.json`, (it) => ({
    ...it,
    tables: (it.tables as { analysis: string }[]).filter(({ analysis }) => kept.includes(analysis)),
  }));
  onlyEdition(root, edition);
  rmSync(join(root, `analyses/_ledger/${edition}.mdx`), { force: true });
}

function onlyEdition(root: string, edition: string): void {
  const others = readdirSync(join(root, "data/editions"))
    .filter((name) => name.endsWith(".json") && name !== `${edition}.json`)
    .map((name) => name.replace(".json", ""));
  for (const id of others) {
    rmSync(join(root, `data/editions/${id}.json`));
    rmSync(join(root, `data/tables/${id}`), { recursive: true, force: true });
    for (const name of readdirSync(join(root, "analyses")))
      rmSync(join(root, "analyses", name, `${id}.mdx`), { force: true });
  }
}
