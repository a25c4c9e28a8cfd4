import type { Row } from "./support.ts";

/** A model or dataset read from its row, by the rules for typed values. */
export interface Typed {
  readonly kind: "model" | "dataset";
  readonly hubId: string | null;
  readonly repo: string;
  readonly key: string;
  readonly owner: string;
  readonly created: string | null;
  readonly floor: boolean | null;
  readonly downloads: number;
  readonly total: number | null;
  readonly likes: number;
  readonly licence: string | null;
  readonly from: string | null;
  readonly gated: string | null;
  readonly task: string | null;
  readonly library: string | null;
  readonly relation: string | null;
  readonly bases: readonly string[];
  readonly own: readonly [number | null, string | null];
  readonly tensors: number;
  readonly quantised: boolean;
  readonly tasks: readonly string[];
}

interface Raw {
  readonly _id?: string;
  readonly id: string;
  readonly createdAt: Date | null;
  readonly downloads: number;
  readonly downloadsAllTime?: number;
  readonly likes: number;
  readonly tags: readonly string[];
  readonly cardData?: string | null;
  readonly gated?: string | boolean | null;
  readonly safetensors?: { total: number | null } | null;
  readonly gguf?: string | null;
  readonly baseModels?: { relation: string; models: { id: string | null }[] } | null;
  readonly pipeline_tag?: string | null;
  readonly library_name?: string | null;
}

const words =
  "gptq awq autoround int4 int8 4bit 8bit 4-bit 8-bit bnb nf4 w4a16 w8a8 exl2 exl3 mlx fp4 nvfp4 mxfp4 hqq aqlm quip"
    .split(" ")
    .join("|");
const units: Readonly<Record<string, number>> = { m: 1e6, b: 1e9, t: 1e12 };

/** Reads a row. */
export function typed(row: Row, kind: "model" | "dataset"): Typed {
  const raw = row as unknown as Raw;
  const key = raw.id.toLowerCase();
  const created = raw.createdAt?.toISOString().slice(0, 10) ?? null;
  const [licence, from] = licenceOf(raw);
  const relation = raw.baseModels?.relation ?? null;
  const name = key.split("/").at(-1) ?? key;
  const quantised = relation === "quantized" || new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`).test(name);
  const bases = (raw.baseModels?.models ?? []).flatMap(({ id }) => (id === null ? [] : [id.toLowerCase()]));
  const tensors = raw.safetensors?.total ?? 0;
  return {
    kind,
    hubId: raw._id ?? null,
    repo: raw.id,
    key,
    owner: raw.id.includes("/") ? (raw.id.split("/")[0] ?? "") : "(none)",
    created: created === "2022-03-02" ? null : created,
    floor: created === null ? null : created === "2022-03-02",
    downloads: raw.downloads,
    total: raw.downloadsAllTime ?? null,
    likes: raw.likes,
    licence,
    from,
    gated: gatedOf(raw.gated),
    task: label(raw.pipeline_tag ?? null),
    library: label(raw.library_name ?? null),
    relation,
    bases: [...new Set(bases)].filter((base) => base !== key),
    own: ownSize(ggufTotal(raw.gguf ?? null), tensors, stated(name), quantised),
    tensors,
    quantised,
    tasks: [
      ...new Set(raw.tags.filter((tag) => tag.startsWith("task_categories:")).map((tag) => label(tag.slice(16)) ?? "")),
    ],
  };
}

function label(text: string | null): string | null {
  return text === null || /^[A-Za-z0-9][A-Za-z0-9._+-]{0,59}$/.test(text) ? text : "(malformed)";
}

function licenceOf({ tags, cardData = null }: Raw): [string | null, string | null] {
  const tag = tags.find((text) => text.startsWith("license:"));
  if (tag !== undefined) return [label(tag.slice(8).toLowerCase().trim()), "tag"];
  const stated = parsed(cardData);
  const value = stated !== null && typeof stated === "object" ? (stated as { license?: unknown }).license : null;
  if (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0))
    return [null, null];
  const parts = [value].flat().map((part) => (typeof part === "string" ? part.toLowerCase().trim() : "<"));
  return [[...new Set(parts)].sort().map(label).join("+"), "card"];
}

function gatedOf(value: unknown): string | null {
  const text = String(value).toLowerCase();
  return text === "false" ? "none" : text === "auto" || text === "manual" ? text : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function ggufTotal(text: string | null): number | null {
  const total = (parsed(text) as { total?: unknown } | null)?.total;
  return typeof total === "number" && Number.isInteger(total) && total > 0 ? total : null;
}

function stated(name: string): number | null {
  const found = /(?:^|[^a-z0-9.])(?:(\d+)x)?(\d+(?:\.\d+)?)([mbt])(?:[^a-z0-9]|$)/.exec(name);
  if (!found) return null;
  const size = Number(found[1] ?? 1) * Number(found[2]) * (units[found[3] ?? ""] ?? 0);
  return size >= 1e5 && size <= 1e13 ? Math.round(size) : null;
}

function ownSize(gguf: number | null, total: number, name: number | null, quantised: boolean): Typed["own"] {
  if (gguf !== null) return [gguf, "gguf"];
  if (total > 0 && quantised && name !== null && total < 0.75 * name) return [name, "name-over-packed"];
  if (total > 0) return [total, "safetensors"];
  return name === null ? [null, null] : [name, "name"];
}
