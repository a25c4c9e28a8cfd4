/** Which promise about a source was broken. */
export type Rule =
  | "record"
  | "licence"
  | "missing"
  | "short"
  | "long"
  | "hash"
  | "network"
  | "redirect"
  | "not-cached"
  | "revision";

const remedies: Readonly<Record<Rule, string>> = {
  record: "correct the record in data/sources",
  licence: 'add "licence": {"spdx": …, "url": …, "note": …}; spdx null where none is stated',
  missing: "check the URL and the revision; with SOURCE_MIRROR, check that the mirror holds the file",
  short: "run npm run sources again: it goes on where the file was cut; if it is short again, upstream has changed",
  long: "upstream has changed: pin another revision",
  hash: "upstream has changed or the transfer was damaged: run npm run sources again, then compare the pinned revision",
  network: "check the connection and run npm run sources again: it goes on where it stopped",
  redirect: "pin the URL that the redirect leads to",
  "not-cached": "run npm run sources",
  revision: "make data/editions and data/sources name the same revision, then rebuild the tables",
};

/** One broken promise about a source. */
export interface SourceProblem {
  /** Id of the source record. */
  readonly record: string;
  /** Path of the file inside the source, or of the record itself. */
  readonly file: string;
  readonly rule: Rule;
  /** What was expected and what was found. */
  readonly detail: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A problem with the remedy that its rule has. */
export function problem(record: string, file: string, rule: Rule, detail: string): SourceProblem {
  return { record, file, rule, detail, remedy: remedies[rule] };
}

/** All that went wrong with sources, at once. */
export class SourceError extends Error {
  readonly problems: readonly SourceProblem[];

  constructor(problems: readonly SourceProblem[]) {
    super(problems.map(line).join("\n"));
    this.name = "SourceError";
    this.problems = problems;
  }
}

function line({ record, file, rule, detail, remedy }: SourceProblem): string {
  return `${record} ${file}: [${rule}] ${detail}; ${remedy}`;
}
