import type { Reference } from "#loaders/schema/reference.ts";

/** A row of the registry of owners. */
export function byOwner(owner: string, country: string | null, kind: string): Reference["owners"][number] {
  const plain = { parent: null, programme: null, source: "unsourced", note: null };
  return { owner, display_name: null, country, kind, confidence: "low", ...plain };
}

/** A row of the registry of licences. */
export function licence(id: string, family: string, confidence = "high"): Reference["licences"][number] {
  return { licence: id, name: null, family, reason: "A test.", source: "unsourced", confidence };
}
