import { z } from "zod";

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hexadecimal digits");
const link = z.url({ protocol: /^https$/ });
const sentence = z.string().min(1);

const relativePath = sentence.refine(
  (path) => !path.startsWith("/") && !path.includes("\\") && path.split("/").every((part) => !/^\.*$/.test(part)),
  "must be relative, with / between names, and stay inside the source",
);

const pinned = {
  /** Exact size. */
  bytes: z.int().nonnegative(),
  sha256,
};

const located = {
  /** Place of the file inside the source, as loaders ask for it. */
  path: relativePath,
  /** Where the bytes are at the pinned revision; https only. */
  url: link,
  ...pinned,
};

/** One pinned file. */
const sourceFile = z.strictObject(located);

/** One pinned tar.gz, whose entries loaders read one by one, below its single top folder. */
const sourceArchive = z.strictObject({
  ...located,
  path: relativePath.refine((path) => path.endsWith(".tar.gz"), "must end with .tar.gz"),
  /** The entries: how many files and links, size of all files, and the hash of the listing that names each of them. */
  members: z.strictObject({ files: z.int().positive(), links: z.int().nonnegative(), ...pinned }),
});

/** One pinned package of npm, which `npm ci` installs, and the files that are read from it. */
const sourcePackage = z.strictObject({
  name: z.string().regex(/^(@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/, "must be the name of an npm package"),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/, "must be an exact version"),
  integrity: z
    .string()
    .regex(/^sha512-[\w+/]{86}==$/, "must be sha512- and 88 base64 characters, as in package-lock.json"),
  files: z.array(z.strictObject({ path: relativePath, ...pinned })).min(1),
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

/** What a source is and where its bytes are, as files, archives or a package: `data/sources/<id>.json`. */
export const sourceRecord = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case words joined by -"),
    title: sentence,
    producer: sentence,
    citation: sentence,
    licence,
    homepage: link,
    /** Revision that every URL is pinned to: a commit, or the version of a package. */
    revision: sentence,
    /** Day on which the pinned bytes were read. */
    accessed: day,
    /** Who or what the source covers, in words that a sentence can use. */
    population: sentence,
    /** Whether the population is the whole Hub. */
    complete: z.boolean(),
    /** Whether the rows were made up, to test or to rehearse; no edition that pins it can be released. */
    generated: z.boolean().default(false),
    /** First day that the source has evidence for. */
    first: day,
    /** Last day that the source has evidence for. */
    last: day,
    /** Name of each counter in the files, and what it counts over which window. */
    counters: z.record(z.string(), sentence),
    /** What is known to be wrong with the data, one sentence each. */
    faults: z.array(sentence),
    files: z.array(sourceFile).default([]),
    archives: z.array(sourceArchive).default([]),
    package: sourcePackage.nullable().default(null),
  })
  .check(({ value, issues }) => {
    const refuse = (path: PropertyKey[], message: string) =>
      issues.push({ code: "custom", path, input: value, message });
    if (value.first > value.last) refuse(["last"], `is before first (${value.first})`);
    if (contents(value).length === 0) refuse([], "has no content: give files, archives or a package");
    if (value.package && value.package.version !== value.revision)
      refuse(["package", "version"], `is not the revision (${value.revision})`);
    const seen = new Set<string>();
    for (const { place, path } of contents(value))
      if (seen.size === seen.add(path).size) refuse(place, `repeats ${path}`);
  });

/** Paths that loaders may ask for, with their places in the JSON. */
function contents(record: Pick<SourceRecord, "files" | "archives" | "package">) {
  const placed = (place: PropertyKey[], list: readonly { readonly path: string }[]) =>
    list.map(({ path }, i) => ({ place: [...place, i, "path"], path }));
  return [
    ...placed(["files"], record.files),
    ...placed(["archives"], record.archives),
    ...placed(["package", "files"], record.package?.files ?? []),
  ];
}

export type SourceFile = z.infer<typeof sourceFile>;
export type SourceArchive = z.infer<typeof sourceArchive>;
export type SourcePackage = z.infer<typeof sourcePackage>;
export type SourceRecord = z.infer<typeof sourceRecord>;

/** Exact size in bytes and sha256 of some content. */
export type Pinned = Pick<SourceFile, "bytes" | "sha256">;

/** SPDX expression for something made from all of the sources; NOASSERTION stands for one that states no licence. */
export function licenceOf(records: readonly SourceRecord[]): string {
  const ids = records.map(({ licence }) => licence.spdx ?? "NOASSERTION");
  return [...new Set(ids)].sort().join(" AND ");
}
