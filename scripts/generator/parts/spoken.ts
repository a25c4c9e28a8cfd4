import { citationsOf } from "./citations.ts";
import { domainsOf, subjectsOf } from "./subjects.ts";

/** Tags that speak of science and of papers, and what they and the name say. */
export interface Spoken {
  readonly tags: readonly string[];
  /** Domains of science, sorted. */
  readonly domains: readonly string[];
}

/** What repositories of a kind say by number, given what their names say. */
export function spokenOf(
  kind: string,
  named: (i: number) => readonly string[],
  papers: number,
  seed: number,
): (i: number) => Spoken {
  const [subjects, cited] = [subjectsOf(kind, seed), citationsOf(kind, papers, seed)];
  return (i) => {
    const [tagged, name] = [subjects(i), { text: "", domains: named(i) }];
    const domains = domainsOf([...tagged, name]);
    return { tags: [...tagged.map(({ text }) => text), ...cited(i, domains.length > 0)], domains };
  };
}
