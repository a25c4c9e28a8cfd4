import type { LicenceFamily } from "#loaders/schema/licences.ts";
import type { Reference } from "#loaders/schema/reference.ts";

/** A family of licences, or what a model states instead of one. */
export type Stated = LicenceFamily | "several" | "none";

/** Families as figures list them, the freest first; undeclared is last. */
export const families: readonly Stated[] = [
  ...(["permissive", "copyleft", "use-restricted", "vendor", "non-commercial", "several", "other", "none"] as const),
];

/** Words of each family for figures. */
export const familyNames: Readonly<Record<Stated, string>> = {
  permissive: "Permissive",
  copyleft: "Copyleft",
  "use-restricted": "Use-restricted (RAIL)",
  vendor: "Vendor’s own terms",
  "non-commercial": "Non-commercial",
  several: "Several families",
  other: "Other or unclear",
  none: "Undeclared",
};

/** What a model states of its licence. */
export interface Terms {
  readonly licence: string | null;
  readonly licence_name: string | null;
}

/** Gives the family of what a model states. */
export type Classing = (terms: Terms) => Stated;

/** Which rows of the registry a classing takes at their word, and whether it reads names of own licences. */
export interface ClassingOptions {
  readonly confident?: boolean;
  readonly names?: boolean;
}

/**
 * Classing by the registry of licences.
 *
 * A licence stated as other has the family of its name, where the registry knows that name. Of several licences, those
 * of one family have it. What the registry does not know is other.
 */
export function byFamily({ licences }: Reference, { confident = false, names = true }: ClassingOptions = {}): Classing {
  const used = licences.filter(({ confidence }) => !confident || confidence !== "low");
  const known = new Map(used.map(({ licence, family }) => [licence, family as LicenceFamily]));
  const one = (id: string): LicenceFamily => known.get(id) ?? "other";
  return ({ licence, licence_name }) => {
    if (licence === null) return "none";
    if (licence === "other") return names && licence_name !== null ? one(licence_name) : "other";
    if (known.has(licence) || !licence.includes("+")) return one(licence);
    const [first = "other", ...rest] = new Set(licence.split("+").map(one));
    return rest.length === 0 ? first : "several";
  };
}
