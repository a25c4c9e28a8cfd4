/** Path of a page or file under the base that the report is published at; every internal link goes through here. */
export function href(path = ""): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}

const edition = (id: string) => href(`${id}/`);

/** Links to every kind of page and file. */
export const to = {
  home: () => href(),
  edition,
  chapter: (id: string, analysis: string) => href(`${id}/${analysis}/`),
  fact: (id: string, analysis: string, fact: string) => href(`${id}/${analysis}/#${anchor.fact(fact)}`),
  methodology: (id: string) => href(`${id}/methodology/`),
  breaks: (id: string) => href(`${id}/methodology/#breaks`),
  unknown: (id: string, analysis: string) => href(`${id}/${analysis}/#${anchor.unknown}`),
  sources: (id: string) => href(`${id}/sources/`),
  source: (id: string, source: string) => href(`${id}/sources/#${source}`),
  tableRecord: (id: string, analysis: string, table: string) =>
    href(`${id}/methodology/#${anchor.table(analysis, table)}`),
  claims: (id: string) => href(`${id}/claims/`),
  claim: (id: string, published: string) => href(`${id}/claims/#${anchor.published(published)}`),
  conflicts: (id: string) => href(`${id}/claims/conflicts/`),
  conflict: (id: string, title: string) => href(`${id}/claims/conflicts/#${anchor.conflict(title)}`),
  claimsFile: (id: string) => href(`${id}/claims.json`),
  chapterFigure: (id: string, analysis: string, figure: string) => href(`${id}/${analysis}/#${anchor.figure(figure)}`),
  changes: (id: string) => href(`${id}/changes/`),
  changesFile: (id: string) => href(`${id}/changes.json`),
  errata: (id: string) => href(`${id}/errata/`),
  facts: (id: string) => href(`${id}/facts.json`),
  manifest: (id: string) => href(`${id}/manifest.json`),
  figure: (id: string, figure: string, kind: "svg" | "csv" | "json") => href(`${id}/figures/${figure}.${kind}`),
  table: (id: string, analysis: string, table: string, kind: "arrow" | "csv") =>
    href(`${id}/tables/${analysis}/${table}.${kind}`),
  editions: () => href("editions.json"),
} as const;

/** Ids of places inside pages. */
export const anchor = {
  fact: (id: string) => `n-${id}`,
  figure: (id: string) => `fig-${id}`,
  published: (id: string) => `p-${id}`,
  theme: (theme: string) => `on-${theme}`,
  verdict: (verdict: string) => `verdict-${verdict.replaceAll(" ", "-")}`,
  changed: (analysis: string) => `in-${analysis}`,
  change: (analysis: string, fact: string) => `c-${analysis}-${fact}`,
  erratum: ({ on, analysis, fact }: { on: string; analysis: string; fact: string }) => `e-${analysis}-${fact}-${on}`,
  /** The id that a heading of prose gets. */
  conflict: (title: string) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  table: (analysis: string, table: string) => `t-${analysis}-${table}`,
  numbers: "numbers-in-this-chapter",
  code: "code-of-this-chapter",
  file: (path: string) => `code-${path.replaceAll(/[^a-z0-9]+/gi, "-")}`,
  cite: "how-to-cite",
  citation: (figure: string) => `cite-${figure}`,
  unknown: "what-this-edition-cannot-know",
  family: (analysis: string, group: number) => `m-${analysis}-${group + 1}`,
} as const;
