import { z } from "zod";
import { edition } from "#loaders/schema/edition.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits");

/** What a sealed file holds, by class, as errors name it. */
export const classes = {
  table: "evidence table",
  facts: "facts",
  frame: "words and rows of a figure",
  drawing: "drawing",
  prose: "prose",
  chapter: "head of a chapter",
  code: "code that made a chapter",
  ledger: "ledger of published figures",
  changes: "changes since the edition before",
  reference: "registries",
  source: "records of sources and snapshots",
} as const;

export type Class = keyof typeof classes;

/** One sealed file. */
export const sealedFile = z.strictObject({
  /** From the project's root. */
  path: z.string().min(1),
  class: z.enum(Object.keys(classes) as [Class, ...Class[]]),
  bytes: z.int().nonnegative(),
  sha256,
});

export type SealedFile = z.infer<typeof sealedFile>;

/** The seal of an edition: `data/editions/<edition>/seal.json`. The record of the edition holds its hash. */
export const seal = z.strictObject({
  /** Version of this format; a site that knows another refuses. */
  format: z.literal(1),
  /** The record of the edition as it was released, without the hash of the seal. */
  edition: edition.omit({ seal: true }),
  /** Day on which it was sealed. */
  sealed: z.iso.date(),
  /** Why it was sealed again; null for the first seal. */
  because: z.string().min(1).nullable(),
  /** The code that made it. */
  code: z.strictObject({
    version: z.string(),
    commit: z.string().regex(/^[0-9a-f]{40,64}$/),
    /** Hash of the tree of that commit. */
    tree: z.string().regex(/^[0-9a-f]{40,64}$/),
  }),
  /** The seal before this one, kept; null for the first. */
  before: z.strictObject({ path: z.string(), sha256 }).nullable(),
  /** Sorted by path. */
  files: z.array(sealedFile).min(1),
});

export type Seal = z.infer<typeof seal>;

/** Folder of what is sealed of an edition, beside its record. */
export function sealFolder(edition: string): string {
  return `data/editions/${edition}`;
}

/** Path of the seal of an edition. */
export function sealPath(edition: string): string {
  return `${sealFolder(edition)}/seal.json`;
}

/** Folder of the evidence tables of an edition. */
export function tablesFolder(edition: string): string {
  return `data/tables/${edition}`;
}
