import { join } from "node:path";
import { readReference } from "#loaders/reference.ts";
import { type GeneratedHub, generateHub } from "#scripts/generator/hub.ts";
import type { HubOptions } from "#scripts/generator/options.ts";
import { scratch } from "#test/fixtures/source.ts";

/** A generated Hub and the folder that holds it. */
export interface Generated {
  readonly dir: string;
  readonly hub: GeneratedHub;
}

type Wanted = Omit<HubOptions, "owners">;

/** Hubs on which every chapter equals the truth: of four months, with one snapshot whose models have no ids, and across the eras of columns. */
export const truthHubs: readonly (readonly [string, Wanted])[] = [
  ["of 10 thousand models with ids throughout", { models: 10_000, months: 4, seed: 1 }],
  ["of which one snapshot has no ids", { models: 3_000, months: 3, seed: 12, withoutIds: [1] }],
  [
    "across the eras of its columns",
    { models: 2_000, days: ["2024-09-04", "2025-01-15", "2025-03-19", "2025-08-20", "2026-05-20"], seed: 2 },
  ],
];

/** The registries, without corrections, which are of real repositories. */
export const reference = { ...(await readReference("data/reference")), corrections: [] };

const owners = reference.owners.map(({ owner, country, kind }) => ({ owner, country: country ?? "", kind }));
const made = new Map<string, Promise<Generated>>();

/** A Hub generated with these options and the registry of owners, once in a process. */
export function generatedOnce(options: Wanted): Promise<Generated> {
  const key = JSON.stringify(options);
  const known = made.get(key) ?? generated(options);
  made.set(key, known);
  return known;
}

async function generated(options: Wanted): Promise<Generated> {
  const dir = join(await scratch(), "hub");
  return { dir, hub: await generateHub({ ...options, owners }, dir) };
}
