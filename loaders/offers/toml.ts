import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import type { Member } from "../schema/loader.ts";

/** A TOML table as it was read. */
export type Table = Readonly<Record<string, unknown>>;

const kinds = z.array(z.string()).optional();

/** What is read of a model's file; prices in USD per million tokens, context in tokens. */
export const modelFile = z.object({
  base_model: z.string().optional(),
  base_model_omit: z.array(z.string()).optional(),
  open_weights: z.boolean().optional(),
  release_date: z.string().optional(),
  status: z.string().optional(),
  cost: z
    .object({
      input: z.number().nonnegative(),
      output: z.number().nonnegative(),
      tiers: z.array(z.unknown()).optional(),
    })
    .optional(),
  limit: z.object({ context: z.int().nonnegative().optional() }).optional(),
  modalities: z.object({ input: kinds, output: kinds }).optional(),
  weights: z.array(z.object({ url: z.string() })).optional(),
});

export type ModelFile = z.infer<typeof modelFile>;

/** Local path of each member by its path; links lead to their target, and broken links are left out. */
export function resolved(members: readonly Member[]): ReadonlyMap<string, string> {
  const all = new Map(members.map((member) => [member.path, member]));
  const local = (path: string, seen: readonly string[] = []): string | null => {
    const member = seen.includes(path) ? undefined : all.get(path);
    if (member === undefined) return null;
    if (member.target === null) return member.local;
    return local(posix.join(posix.dirname(path), member.target), [...seen, path]);
  };
  return new Map(
    members.flatMap(({ path }) => {
      const found = local(path);
      return found === null ? [] : [[path, found]];
    }),
  );
}

/** Reads a TOML file. */
export function readToml(local: string): Table {
  return parse(readFileSync(local, "utf8"));
}

/** A file with what it inherits: its own keys win, inside tables too; omitted paths (`limit.input`) are not inherited. */
export function inherit(own: Table, base: Table, omitted: readonly string[] = []): Table {
  const inherited = omitted.reduce((table, path) => without(table, path.split(".")), base);
  return merge(inherited, own);
}

function merge(base: Table, own: Table): Table {
  const both = Object.entries(own).map(([key, value]) => {
    const under = base[key];
    return [key, isTable(value) && isTable(under) ? merge(under, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(both) };
}

function without(table: Table, [key = "", ...rest]: readonly string[]): Table {
  const { [key]: value, ...others } = table;
  if (rest.length === 0) return others;
  return isTable(value) ? { ...table, [key]: without(value, rest) } : table;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
