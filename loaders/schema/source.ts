import { z } from "zod";

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits");
const link = z.url({ protocol: /^https$/ });
const sentence = z.string().min(1);

const relativePath = sentence.refine(
  (path) => !path.startsWith("/") && !path.includes("\\") && path.split("/").every((part) => !/^\.*$/.test(part)),
  "must be relative, with / between names, and stay inside the source",
);

/** One pinned file. */
const sourceFile = z.strictObject({
  /** Place of the file inside the source, as loaders ask for it. */
  path: relativePath,
  /** Where the bytes are at the pinned revision; https only. */
  url: link,
  /** Exact size. */
  bytes: z.int().nonnegative(),
  sha256,
});

/** Under which terms a source may be used; `spdx` null means that it states no licence. */
const licence = z.strictObject({
  /** SPDX identifier, or null: then aggregates may be published, named repositories may not. */
  spdx: z
    .string()
    .regex(/^[A-Za-z0-9.+-]+$/, "must be an SPDX identifier")
    .nullable(),
  url: link.nullable(),
  note: z.string(),
});

/** What a source is and where its bytes are: `data/sources/<id>.json`. */
export const sourceRecord = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case words joined by -"),
    title: sentence,
    producer: sentence,
    citation: sentence,
    licence,
    homepage: link,
    /** Revision that every URL is pinned to: a commit, or whatever the host calls its versions. */
    revision: sentence,
    /** Day on which the pinned bytes were read. */
    accessed: day,
    /** Who or what the source covers, in words that a sentence can use. */
    population: sentence,
    /** Whether the population is the whole Hub. */
    complete: z.boolean(),
    /** First day that the source has evidence for. */
    first: day,
    /** Last day that the source has evidence for. */
    last: day,
    /** Name of each counter in the files, and what it counts over which window. */
    counters: z.record(z.string(), sentence),
    /** What is known to be wrong with the data, one sentence each. */
    faults: z.array(sentence),
    files: z.array(sourceFile).min(1),
  })
  .check(({ value, issues }) => {
    if (value.first > value.last)
      issues.push({ code: "custom", path: ["last"], input: value.last, message: `is before first (${value.first})` });
    for (const [index, { path }] of value.files.entries())
      if (value.files.findIndex((other) => other.path === path) < index)
        issues.push({ code: "custom", path: ["files", index, "path"], input: path, message: `repeats ${path}` });
  });

export type SourceFile = z.infer<typeof sourceFile>;
export type SourceRecord = z.infer<typeof sourceRecord>;

/** SPDX expression for something made from all of the sources; NOASSERTION stands for one that states no licence. */
export function licenceOf(records: readonly SourceRecord[]): string {
  const ids = records.map(({ licence }) => licence.spdx ?? "NOASSERTION");
  return [...new Set(ids)].sort().join(" AND ");
}
