import { readFileSync } from "node:fs";

/** One raw line of a crawl, as it stands in the file. */
export interface RawLine {
  readonly day: string;
  readonly site: string;
  readonly kind: string;
  readonly repo: string;
  readonly name: string;
  readonly downloads: number;
  readonly likes: number;
  readonly discussions: number;
  readonly link: string;
}

interface Raw {
  readonly repo: string;
  readonly model_name?: string;
  readonly dataset_name?: string;
  readonly downloads_last_month?: number;
  readonly total_downloads?: number;
  readonly likes: number;
  readonly community: number;
  readonly link: string;
}

const place = /data\/(.{10})\/(\w+)\/raw-(models|datasets)-info\.jsonl$/;

/** Every line of every listing, read one by one; `files` gives the local path of each path in the source. */
export function rawLines(files: Iterable<readonly [string, string]>): RawLine[] {
  const lines: RawLine[] = [];
  for (const [path, local] of files) {
    const [, day, site, kind] = place.exec(path) ?? [];
    if (day === undefined || site === undefined || kind === undefined) continue;
    for (const text of readFileSync(local, "utf8").split("\n")) {
      if (text === "") continue;
      const raw = JSON.parse(text) as Raw;
      const name = raw.model_name ?? raw.dataset_name ?? "";
      const downloads = raw.downloads_last_month ?? raw.total_downloads ?? Number.NaN;
      const { repo, likes, community: discussions, link } = raw;
      lines.push({ day, site, kind, repo, name, downloads, likes, discussions, link });
    }
  }
  return lines;
}

/** Namespaces that every Hub model listing from 2025-01 on contains. */
export function panelOf(lines: readonly RawLine[]): Set<string> {
  const days = new Set<string>();
  const seen = new Map<string, Set<string>>();
  for (const { day, site, kind, repo } of lines) {
    if (site !== "HuggingFace" || kind !== "models" || day < "2025-01") continue;
    days.add(day);
    seen.set(repo, (seen.get(repo) ?? new Set()).add(day));
  }
  const panel = new Set<string>();
  for (const [repo, on] of seen) if (on.size === days.size) panel.add(repo);
  return panel;
}

/** Sum of the downloads of chosen lines. */
export function total(lines: readonly RawLine[], chosen: (line: RawLine) => boolean): number {
  let sum = 0;
  for (const line of lines) if (chosen(line)) sum += line.downloads;
  return sum;
}
