/** One raw model row of the Hub's Parquet files: int64 as text, structs as objects, timestamps as text. */
export interface RawModel {
  readonly id: string;
  readonly author: string;
  readonly createdAt: string;
  readonly downloads: string;
  readonly downloadsAllTime: string;
  readonly likes: string;
  readonly tags: readonly string[];
  readonly cardData: string | null;
  readonly safetensors: { readonly total: string | null } | null;
  readonly gguf: string | null;
  readonly baseModels: { readonly relation: string | null; readonly models: readonly { readonly id: string }[] } | null;
  readonly pipeline_tag: string | null;
  readonly library_name: string | null;
}

/** Licence of a row and where it is stated: the first license: tag, else the card. */
export function licenceOf(row: RawModel): { licence: string | null; from: string | null } {
  for (const tag of row.tags) {
    if (tag.startsWith("license:")) return { licence: part(tag.slice("license:".length)), from: "tag" };
  }
  if (row.cardData === null) return { licence: null, from: null };
  let stated: unknown;
  try {
    stated = JSON.parse(row.cardData).license;
  } catch {
    return { licence: null, from: null };
  }
  if (stated === undefined || stated === null || stated === "") return { licence: null, from: null };
  if (!Array.isArray(stated)) return { licence: part(stated), from: "card" };
  const parts = [...new Set(stated.map(part))].sort();
  return parts.length === 0 ? { licence: null, from: null } : { licence: parts.join("+"), from: "card" };
}

function part(value: unknown): string {
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  return wellFormed(word) ? word : "(malformed)";
}

function wellFormed(word: string): boolean {
  if (word.length < 1 || word.length > 60) return false;
  for (const [i, c] of [...word].entries()) {
    const letter = (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || (c >= "0" && c <= "9");
    if (!letter && (i === 0 || !"._+-".includes(c))) return false;
  }
  return true;
}

/** Namespace of an id. */
export function ownerOf(id: string): string {
  const slash = id.indexOf("/");
  return slash < 0 ? "(none)" : id.slice(0, slash);
}

/** Other repositories that a row names as base, in lower case, each once. */
export function basesOf(row: RawModel): string[] {
  const own = row.id.toLowerCase();
  const found = new Set<string>();
  for (const { id } of row.baseModels?.models ?? []) if (id.toLowerCase() !== own) found.add(id.toLowerCase());
  return [...found];
}

/** A label, or what stands for one that is malformed. */
export function labelOf(word: string | null): string | null {
  if (word === null) return null;
  return wellFormed(word) ? word : "(malformed)";
}
