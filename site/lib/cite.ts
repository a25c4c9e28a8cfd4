import type { Edition } from "#loaders/schema/edition.ts";

/** Something that can be cited. */
export interface Citable {
  readonly edition: Edition;
  /** Key of the BibTeX entry without the edition. */
  readonly key: string;
  readonly title: string;
  /** Absolute where the report has been published, else the path. */
  readonly url: string;
}

const work = "State of Open Source";

/** One line of plain text. */
export function plain({ edition, title, url }: Citable): string {
  return `${title}. ${work}, ${named(edition)}. ${url}`;
}

/** A BibTeX entry pinned to the edition. */
export function bibtex({ edition, key, title, url }: Citable): string {
  const fields = {
    title: `{${escaped(title)}}`,
    author: `{${work}}`,
    booktitle: `${work}, ${named(edition)}`,
    year: edition.id.slice(0, 4),
    url,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@incollection{${work.toLowerCase().replaceAll(" ", "-")}-${edition.id}-${key},\n${lines.join(",\n")}\n}`;
}

/** The edition's title, marked while it is a draft. */
export function named({ title, status }: Edition): string {
  return status === "draft" ? `${title} (draft)` : title;
}

function escaped(title: string): string {
  return title.replaceAll(/[&%$#_]/g, (sign) => `\\${sign}`);
}
