import type { Fact } from "../facts.ts";
import { units } from "../units.ts";
import { type Link, mend, moved } from "./steps.ts";
import type { Because, Stage, Way } from "./way.ts";

/** A fact in two editions. */
export interface Change {
  readonly analysis: string;
  readonly id: string;
  /** Null where the edition does not have it. */
  readonly old: Fact | null;
  readonly new: Fact | null;
  /** Main cause first; never empty. */
  readonly because: readonly [Because, ...Because[]];
}

/** Every fact of either edition with the causes of its change, in the order of the later edition, then of the earlier. */
export function changesOf(way: Way): Change[] {
  const later = way.stages.at(-1)?.facts ?? new Map();
  const keys = new Set([...later.keys(), ...way.old.keys()]);
  return [...keys].map((key) => {
    const [analysis = "", id = ""] = key.split("/");
    const [old, now] = [way.old.get(key) ?? null, later.get(key) ?? null];
    return { analysis, id, old, new: now, because: becauseOf(key, { old, now }, way) };
  });
}

interface Pair {
  readonly old: Fact | null;
  readonly now: Fact | null;
}

function becauseOf(key: string, { old, now }: Pair, way: Way): Change["because"] {
  if (old === null || now === null) return [apart(oneSided(key, old === null, way))];
  const chain = chainOf(key, old, way);
  if (typeof chain === "string") return [apart(chain)];
  const mended = way.mended.get(key) ?? null;
  const found = merged(chain.flatMap((link) => mend(link, old, mended)).flatMap((link) => moved(link, mended) ?? []));
  const units = old.unit === now.unit ? [] : [apart(unitsWords(old, now))];
  const [first, ...rest] = [...units, ...found.sort(farthest)];
  return first === undefined ? [{ cause: "unchanged", moved: 0, reason: null }] : [first, ...rest];
}

/** The fact before and after each step, or why a step lacks it. */
function chainOf(key: string, old: Fact, { stages }: Way): Link[] | string {
  const links: Link[] = [];
  let from = old;
  for (const { by, facts, failed } of stages) {
    const to = facts.get(key);
    if (to === undefined) return failed.get(key.split("/")[0] ?? "") ?? stepWords[by];
    links.push({ by, from, to });
    from = to;
  }
  return links;
}

const stepWords: Readonly<Record<Stage["by"], string>> = {
  code: "today's code gives no such number from the tables of the earlier edition",
  registries: "with the later registries the tables of the earlier edition give no such number",
  data: "the later edition gives no such number",
};

/** One entry a cause: a cause at two steps moved the value by both. */
function merged(all: readonly Because[]): Because[] {
  const byCause = Map.groupBy(all, ({ cause }) => cause);
  return [...byCause.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    return [{ ...first, moved: rest.map(({ moved }) => moved).reduce(added, first.moved) }];
  });
}

function added(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function farthest(a: Because, b: Because): number {
  const far = ({ moved }: Because): number => (moved === null ? Number.POSITIVE_INFINITY : Math.abs(moved));
  return far(a) === far(b) ? 0 : far(b) - far(a);
}

function apart(reason: string): Because {
  return { cause: "not comparable", moved: null, reason };
}

function unitsWords(old: Fact, now: Fact): string {
  return `it was in ${units[old.unit] ?? old.unit}, it is in ${units[now.unit] ?? now.unit}`;
}

/** Why only one of two editions has a fact. */
function oneSided(key: string, isNew: boolean, { old, stages }: Way): string {
  const later = stages.at(-1)?.facts ?? new Map();
  const analysis = `${key.split("/")[0]}/`;
  const told = [...(isNew ? old : later).keys()].some((other) => other.startsWith(analysis));
  const edition = isNew ? "the earlier edition" : "the later edition";
  return told ? `${edition} does not give this number` : `${edition} lacks the chapter`;
}
