import type { Cell, RepoFacts, TruthTable } from "./facts.ts";

/** Places of the most downloaded that are told. */
const places = 5;

/** What is kept of the repositories of one kind in one domain. */
interface Group {
  readonly kind: string;
  readonly domain: string;
  readonly downloads: Map<number, number>;
  readonly likes: Map<number, number>;
  readonly owners: Set<number>;
  readonly papers: Set<string>;
  /** The most downloaded so far, first to last. */
  readonly top: { readonly id: string; readonly owner: string; readonly downloads: number }[];
  citing: number;
}

/** Totals, medians, papers and the most downloaded of groups of repositories; frequencies instead of lists. */
export class ScienceGroups {
  readonly #groups = new Map<string, Group>();

  /** Adds a repository to each of its domains, and to those of its substrings. */
  add(row: RepoFacts, domains: readonly string[], flags: readonly string[]): void {
    const papers = row.tags.filter((tag) => tag.startsWith("arxiv:")).map((tag) => tag.slice("arxiv:".length));
    for (const domain of domains) {
      const group = this.#counted(row, domain);
      if (papers.length > 0) group.citing += 1;
      for (const paper of papers) group.papers.add(paper);
      place(group.top, row);
    }
    for (const flag of flags) this.#counted(row, `substring-${flag}`);
  }

  /** The tables of a day, given the papers whose upvotes are known. */
  tables(day: string, upvoted: ReadonlySet<string>): TruthTable[] {
    const all = [...this.#groups.values()];
    const rows = (of: (group: Group) => readonly (readonly Cell[])[]): Cell[][] =>
      all.flatMap((group) => of(group).map((cells) => ["hub", group.kind, day, group.domain, ...cells]));
    return [
      table("science/science-downloads", totalColumns, 4, rows(totals)),
      table("science/science-top", ["place", "repo", "owner", "downloads_30d"], 5, rows(leaders)),
      table(
        "science/paper-links",
        ["repositories", "papers", "upvoted_papers"],
        4,
        rows((group) => links(group, upvoted)),
      ),
    ];
  }

  #counted(row: RepoFacts, domain: string): Group {
    const key = `${row.kind} ${domain}`;
    const group = this.#groups.get(key) ?? empty(row.kind, domain);
    this.#groups.set(key, group);
    group.downloads.set(row.downloads, (group.downloads.get(row.downloads) ?? 0) + 1);
    group.likes.set(row.likes, (group.likes.get(row.likes) ?? 0) + 1);
    group.owners.add(row.owner.key);
    return group;
  }
}

const totalColumns = [
  ...["repositories", "downloads_30d", "likes", "namespaces", "uncounted", "unused"],
  ...["median_downloads_30d", "top_downloads_30d", "median_likes"],
];

function empty(kind: string, domain: string): Group {
  const counts = () => new Map<number, number>();
  const sets = { owners: new Set<number>(), papers: new Set<string>() };
  return { kind, domain, downloads: counts(), likes: counts(), ...sets, top: [], citing: 0 };
}

function place(top: Group["top"], { id, downloads }: RepoFacts): void {
  if (downloads === 0 || downloads < (top[places - 1]?.downloads ?? 0)) return;
  const owner = id.includes("/") ? (id.split("/")[0] ?? "") : "(none)";
  top.push({ id, owner, downloads });
  top.sort((a, b) => b.downloads - a.downloads || (a.id < b.id ? -1 : 1));
  top.length = Math.min(top.length, places);
}

function totals({ downloads, likes, owners }: Group): Cell[][] {
  const [repositories, unused] = [items(downloads), downloads.get(0) ?? 0];
  const most = [...downloads.keys()].reduce((a, b) => Math.max(a, b), 0);
  return [[repositories, sum(downloads), sum(likes), owners.size, 0, unused, middle(downloads), most, middle(likes)]];
}

function leaders({ top }: Group): Cell[][] {
  return top.map(({ id, owner, downloads }, i) => [i + 1, id, owner, downloads]);
}

function links({ papers, citing }: Group, upvoted: ReadonlySet<string>): Cell[][] {
  if (citing === 0) return [];
  const known = upvoted.size === 0 ? null : [...papers].filter((paper) => upvoted.has(paper)).length;
  return [[citing, papers.size, known]];
}

function items(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}

function sum(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((total, [value, n]) => total + value * n, 0);
}

/** The lower of the two middle values, or the middle one. */
function middle(counts: ReadonlyMap<number, number>): number {
  let left = Math.ceil(items(counts) / 2);
  for (const [value, n] of [...counts].sort(([a], [b]) => a - b)) {
    left -= n;
    if (left <= 0) return value;
  }
  return 0;
}

function table(name: string, columns: readonly string[], keys: number, rows: Cell[][]): TruthTable {
  const all = ["source", "kind", "observed_on", "domain", ...columns];
  return { name, key: all.slice(0, keys), columns: all, rows };
}
