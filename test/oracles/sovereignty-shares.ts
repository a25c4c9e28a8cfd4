import { readFileSync } from "node:fs";

/** One raw row of a Hub listing, as it stands in the file. */
export interface RawModel {
  readonly repo: string;
  readonly model_name: string;
  readonly downloads_last_month: number;
}

/** Rows of a crawl that had a download. */
export function rawRows(path: string): RawModel[] {
  const rows: RawModel[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line) as RawModel;
    if (row.downloads_last_month > 0) rows.push(row);
  }
  return rows;
}

/** Cells of a CSV text, character by character. */
export function csv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? "";
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "," || c === "\n")) {
      row.push(cell);
      cell = "";
      if (c !== "\n") continue;
      rows.push(row);
      row = [];
    } else if (quoted || c !== "\r") cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Country by namespace in lower case; namespaces without one are left out. */
export function countries(text: string): Map<string, string> {
  const [header = [], ...rows] = csv(text);
  const found = new Map<string, string>();
  for (const row of rows) {
    const [owner = "", country = ""] = [row[header.indexOf("owner")], row[header.indexOf("country")]];
    if (country !== "") found.set(owner.toLowerCase(), country);
  }
  return found;
}

/** Ids of the curated list in lower case. */
export function curatedIds(texts: readonly string[]): Set<string> {
  const ids = new Set<string>();
  for (const text of texts) {
    const [header = [], ...rows] = csv(text);
    for (const row of rows) ids.add((row[header.indexOf("modelId")] ?? "").toLowerCase());
  }
  return ids;
}

/** Namespaces that every crawl lists. */
export function panel(crawls: readonly (readonly RawModel[])[]): Set<string> {
  const [first = [], ...rest] = crawls.map((rows) => new Set(rows.map(({ repo }) => repo)));
  const everywhere = new Set<string>();
  for (const repo of first) if (rest.every((listed) => listed.has(repo))) everywhere.add(repo);
  return everywhere;
}

/** Downloads of chosen rows, of all and of one country's namespaces. */
export function downloads(
  rows: readonly RawModel[],
  chosen: (row: RawModel) => boolean,
  where: Map<string, string>,
  country: string,
) {
  let [whole, part] = [0, 0];
  for (const row of rows) {
    if (!chosen(row)) continue;
    whole += row.downloads_last_month;
    if (where.get(row.repo.toLowerCase()) === country) part += row.downloads_last_month;
  }
  return { whole, part, share: part / whole };
}
