import { z } from "zod";

/** One edition of the report: `data/editions/<id>.json`. */
export const edition = z.strictObject({
  id: z.string().regex(/^\d{4}-(spring|summer|autumn|winter)$/, "must be a year and a season"),
  title: z.string().min(1),
  /** A released edition is sealed: its tables are compared, never rewritten. */
  status: z.enum(["draft", "released"]),
  /** Last day that the edition speaks about. */
  as_of: z.iso.date(),
  /** Day on which its sources were pinned; readers are told when it lies after `as_of`. */
  compiled: z.iso.date(),
  /** Revision of every source record that the edition uses. */
  sources: z.record(z.string(), z.string().min(1)),
  /** Ids of the chapters that it must have to be released. */
  chapters: z.array(z.string().min(1)).optional(),
  /** SHA-256 of the seal of a released edition, `data/editions/<id>/seal.json`; a draft has none. */
  seal: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits")
    .optional(),
});

export type Edition = z.infer<typeof edition>;
