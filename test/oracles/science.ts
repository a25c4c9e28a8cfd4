/** A term as the registry has it. */
export interface Term {
  readonly domain: string;
  readonly term: string;
  readonly use: string;
  readonly place: string;
}

/** A repository with its tags, each as it stands. */
export interface Tagged {
  readonly repo: string;
  readonly tags: readonly string[];
}

/** Domains of a repository by whole words of its own tags and of its name, sorted. */
export function domainsOf({ repo, tags }: Tagged, terms: readonly Term[]): string[] {
  const found = new Set<string>();
  const name = repo.includes("/") ? repo.slice(repo.indexOf("/") + 1) : repo;
  for (const domain of inText(name, "name", terms)) found.add(domain);
  for (const tag of tags) {
    if (tag.includes(":")) continue;
    for (const domain of inText(tag, "tag", terms)) found.add(domain);
  }
  return [...found].sort();
}

function inText(text: string, place: string, terms: readonly Term[]): string[] {
  const words: string[] = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const matched = new Set<string>();
  const refused = new Set<string>();
  for (const { domain, term, use, place: where } of terms) {
    if (where !== "any" && where !== place) continue;
    if (!holds(words, term.split(" "))) continue;
    (use === "match" ? matched : refused).add(domain);
  }
  return [...matched].filter((domain) => !refused.has(domain));
}

function holds(words: readonly string[], term: readonly string[]): boolean {
  for (let start = 0; start + term.length <= words.length; start++)
    if (term.every((word, i) => words[start + i] === word)) return true;
  return false;
}

/** Substrings of the earlier report in any tag of a repository, sorted. */
export function flagsOf({ tags }: Tagged): string[] {
  const found = new Set<string>();
  for (const tag of tags.map((text) => text.toLowerCase())) {
    if (tag.includes("bio")) found.add("bio");
    if (tag.includes("medic")) found.add("med");
    if (tag.includes("science") && !tag.includes("bigscience")) found.add("science");
  }
  return [...found].sort();
}
