import { readFileSync } from "node:fs";
import { spaceOf } from "./lineage.ts";
import { csv } from "./sovereignty-shares.ts";

/** What the registry of owners has of a namespace. */
export interface Known {
  readonly company: string;
  readonly country: string;
  readonly kind: string;
}

export type Bases = ReadonlyMap<string, readonly string[]>;

/** Company, country and kind of each namespace of the registry, in lower case; an empty country is unknown. */
export function registry(): Map<string, Known> {
  const [header = [], ...lines] = csv(readFileSync("data/reference/owners.csv", "utf8"));
  const cell = (line: readonly string[], column: string): string => line[header.indexOf(column)] ?? "";
  return new Map(
    lines.map((line) => [
      cell(line, "owner").toLowerCase(),
      {
        company: cell(line, "parent") || cell(line, "owner"),
        country: cell(line, "country").replace("ZZ", ""),
        kind: cell(line, "kind"),
      },
    ]),
  );
}

export const known = registry();

/** The company of a model's namespace; undefined where the registry has no row. */
export const companyOf = (id: string): string | undefined => known.get(spaceOf(id))?.company;

/** Models whose ends hold, counted one by one. */
export function countOf(
  bases: Bases,
  ends: (model: string) => Iterable<string>,
  holds: (end: string) => boolean,
): number {
  let found = 0;
  for (const model of bases.keys()) if ([...ends(model)].some(holds)) found += 1;
  return found;
}

/** Re-uploaders by the rule: twenty derived models or more, a part of them quantisations of others'. */
export function copyists(bases: Bases, relation: ReadonlyMap<string, string>, share = 0.5): Set<string> {
  const [all, copies] = [new Map<string, number>(), new Map<string, number>()];
  for (const [model, from] of bases) {
    const space = spaceOf(model);
    if (!known.has(space)) continue;
    all.set(space, (all.get(space) ?? 0) + 1);
    const own = from.some((base) => companyOf(base) === companyOf(model));
    if (relation.get(model) === "quantized" && !own) copies.set(space, (copies.get(space) ?? 0) + 1);
  }
  return new Set([...all].filter(([space, n]) => n >= 20 && (copies.get(space) ?? 0) / n >= share).map(([one]) => one));
}

/** The company whose family a model's name states first, at the start of a word; undefined where none is. */
export function familyOf(id: string): string | undefined {
  const name = id.slice(id.indexOf("/") + 1);
  const makers: Readonly<Record<string, string>> = {
    ...{ qwen: "Alibaba", qwq: "Alibaba", llama: "Meta", codellama: "Meta", gemma: "Google" },
    ...{ mistral: "Mistral AI", mixtral: "Mistral AI", phi: "Microsoft", deepseek: "DeepSeek" },
  };
  for (let at = 0; at < name.length; at += 1) {
    if (at > 0 && /[a-z]/.test(name[at - 1] ?? "")) continue;
    for (const [word, maker] of Object.entries(makers)) if (name.startsWith(word, at)) return maker;
  }
  return undefined;
}
