import { day } from "#kit/format.ts";
import type { Edition } from "#loaders/schema/edition.ts";

/** Something that can be cited. */
export interface Citable {
  readonly edition: Edition;
  /** Version of the code that made it. */
  readonly version: string;
  /** Key of the BibTeX entry without the edition. */
  readonly key: string;
  readonly title: string;
  /** Name of the chapter that it is, or stands in. */
  readonly chapter: string;
  /** Absolute address where the report has been published, else null: a path leads nowhere on paper. */
  readonly url: string | null;
}

const work = "State of Open Source";

/** One line of plain text. */
export function plain({ edition, version, chapter, title, url }: Citable): string {
  const what = `${title}. ${work}, ${named(edition)}, chapter “${chapter}”. ${made(edition, version)}.`;
  return url === null ? what : `${what} ${url}`;
}

/** A BibTeX entry pinned to the edition. */
export function bibtex({ edition, version, key, title, url }: Citable): string {
  const fields = {
    title: `{${escaped(title)}}`,
    author: `{${work}}`,
    booktitle: `${work}, ${edition.title}`,
    year: edition.id.slice(0, 4),
    version: made(edition, version),
    ...(edition.status === "draft" ? { note: "Draft" } : {}),
    ...(url === null ? {} : { url }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@incollection{${work.toLowerCase().replaceAll(" ", "-")}-${edition.id}-${key},\n${lines.join(",\n")}\n}`;
}

/** The edition's title, marked while it is a draft. */
export function named({ title, status }: Edition): string {
  return status === "draft" ? `${title} (draft)` : title;
}

function made({ compiled }: Edition, version: string): string {
  return `Compiled ${day(compiled)}, code version ${version}`;
}

function escaped(title: string): string {
  return title.replaceAll(/[&%$#_]/g, (sign) => `\\${sign}`);
}
