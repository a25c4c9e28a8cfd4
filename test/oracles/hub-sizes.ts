import { basesOf, type RawModel } from "./hub.ts";

/** A size and what gave it. */
export interface Size {
  readonly parameters: number | null;
  readonly from: string | null;
}

const units: Readonly<Record<string, number>> = { m: 1e6, b: 1e9, t: 1e12 };
const marks =
  "gptq awq autoround int4 int8 4bit 8bit 4-bit 8-bit bnb nf4 w4a16 w8a8 exl2 exl3 mlx fp4 nvfp4 mxfp4 hqq aqlm quip";

/** The first size that a name states, word by word. */
export function sizeInName(id: string): number | null {
  const name = id.slice(id.indexOf("/") + 1).toLowerCase();
  for (let at = 0; at < name.length; at += 1) {
    if (at > 0 && /[a-z0-9.]/.test(name[at - 1] ?? "")) continue;
    const found = /^(?:(\d+)x)?(\d+(?:\.\d+)?)([mbt])(?![a-z0-9])/.exec(name.slice(at));
    if (found === null) continue;
    const size = Math.round(Number(found[1] ?? 1) * Number(found[2]) * (units[found[3] ?? ""] ?? 0));
    return size >= 1e5 && size <= 1e13 ? size : null;
  }
  return null;
}

/** Whether weights are stored in fewer bits, by relation or name. */
export function quantised(row: RawModel): boolean {
  if (row.baseModels?.relation === "quantized") return true;
  const name = row.id.slice(row.id.indexOf("/") + 1).toLowerCase();
  for (const mark of marks.split(" ")) {
    for (let at = name.indexOf(mark); at >= 0; at = name.indexOf(mark, at + 1)) {
      const free = (c: string | undefined): boolean => c === undefined || !/[a-z0-9]/.test(c);
      if (free(name[at - 1]) && free(name[at + mark.length])) return true;
    }
  }
  return false;
}

function storedOf(row: RawModel): number | null {
  const total = row.safetensors?.total;
  return total !== null && total !== undefined && Number(total) > 0 ? Number(total) : null;
}

function ggufOf(row: RawModel): number | null {
  if (row.gguf === null) return null;
  const { total } = JSON.parse(row.gguf);
  return Number.isInteger(total) && total > 0 ? total : null;
}

/** Size by what the row itself says. */
export function ownSize(row: RawModel): Size {
  const [gguf, stored, named] = [ggufOf(row), storedOf(row), sizeInName(row.id)];
  if (gguf !== null) return { parameters: gguf, from: "gguf" };
  if (stored !== null && named !== null && quantised(row) && stored < 0.75 * named)
    return { parameters: named, from: "name-over-packed" };
  if (stored !== null) return { parameters: stored, from: "safetensors" };
  return named === null ? { parameters: null, from: null } : { parameters: named, from: "name" };
}

/** Size of every row by id in lower case, with those of parents; some rows may be given by hand. */
export function sizesOf(rows: readonly RawModel[], byHand: ReadonlyMap<string, Size> = new Map()): Map<string, Size> {
  const own = new Map(rows.map((row) => [row.id.toLowerCase(), byHand.get(row.id) ?? ownSize(row)]));
  const sizes = new Map<string, Size>();
  for (const row of rows) {
    const key = row.id.toLowerCase();
    const mine = own.get(key) ?? { parameters: null, from: null };
    const bases = basesOf(row);
    const parent = bases.length === 1 ? own.get(bases[0] ?? "")?.parameters : null;
    const follows = ["finetune", "quantized"].includes(row.baseModels?.relation ?? "");
    sizes.set(key, follows && parent ? withParent(mine, parent, quantised(row)) : mine);
  }
  return sizes;
}

function withParent(mine: Size, parent: number, packed: boolean): Size {
  if (mine.parameters === null) return { parameters: parent, from: "parent" };
  const small = mine.from === "safetensors" && packed && mine.parameters < 0.75 * parent;
  return small ? { parameters: parent, from: "parent-over-packed" } : mine;
}
