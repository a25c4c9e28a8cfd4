import type { Moment } from "../parts/calendar.ts";
import type { RepoFacts, Statistics, TruthTable } from "./facts.ts";
import { ScienceGroups } from "./science-groups.ts";
import { Tally } from "./tally.ts";

/** Repositories of the last snapshot by the domains of science that they say, and by substrings of their tags. */
export function science(last: number): Statistics {
  const place = ["source", "kind", "observed_on"];
  const measures = ["repositories", "downloads_30d", "likes"];
  const licences = new Tally("science/science-licences", [...place, "domain", "licence"], measures);
  const owners = new Tally("science/science-owners", [...place, "domains", "flags", "owner"], measures);
  const groups = new ScienceGroups();
  const upvoted = new Set<string>();
  let now: Moment | undefined;
  const add = (row: RepoFacts) => {
    if (now?.number !== last) return;
    const [flags, own] = [flagsOf(row.tags), groupsOf(row)];
    const [at, sums] = [
      ["hub", row.kind, now.observedOn],
      [1, row.downloads, row.likes],
    ];
    owners.add([...at, joined(row.domains), joined(flags), row.owner.registered], sums);
    for (const domain of own) licences.add([...at, domain, row.licence], sums);
    groups.add(row, own, flags);
  };
  return {
    begin: (moment) => {
      now = moment;
    },
    model: add,
    dataset: add,
    paper: ({ paper }) => void upvoted.add(paper),
    tables: (): TruthTable[] => {
      const day = now?.observedOn ?? "";
      return [licences.table(), owners.table(), ...groups.tables(day, upvoted)];
    },
  };
}

/** Substrings that an earlier report searched tags for. */
function flagsOf(tags: readonly string[]): string[] {
  const found = new Set<string>();
  for (const tag of tags) {
    const text = tag.toLowerCase();
    if (text.includes("bio")) found.add("bio");
    if (text.includes("medic")) found.add("med");
    if (text.includes("science") && !text.includes("bigscience")) found.add("science");
  }
  return [...found].sort();
}

function groupsOf({ domains }: RepoFacts): string[] {
  return [...domains, ...(domains.length > 0 ? ["(any)"] : []), "(all)"];
}

function joined(words: readonly string[]): string {
  return words.length === 0 ? "(none)" : words.join("+");
}
