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
  | "archive"
  | "members"
  | "extra"
  | "lock"
  | "not-installed"
  | "revision"
  | "admitted"
  | "reduced";

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
  archive: "pin an archive that holds only files, folders and symbolic links, each once, below one folder",
  members: "run npm run sources; if it stays, correct members in the record: npm run sources -- pin prints them",
  extra: "run npm run sources: it unpacks the archive again",
  lock: "install the pinned version, or pin the one of package-lock.json: npm run sources -- pin prints its files",
  "not-installed": "run npm ci",
  revision: "make data/editions and data/sources name the same revision, then rebuild the tables",
  admitted: "run npm run snapshot -- admit DIR with the folder of the snapshot",
  reduced: "run npm run snapshot with the days of its series: it pulls the raw file again and reduces it anew",
};

/** What is wrong with some bytes; `remedy` where it is another than the rule's. */
export interface Mismatch {
  readonly rule: Rule;
  readonly detail: string;
  readonly remedy?: string;
}

/** What is wrong with a file of a source, by its path inside the source. */
export interface Wrong extends Mismatch {
  readonly file: string;
}

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

/** A problem; its remedy is that of its rule unless another is given. */
export function problem(
  record: string,
  file: string,
  rule: Rule,
  detail: string,
  remedy: string = remedies[rule],
): SourceProblem {
  return { record, file, rule, detail, remedy };
}

const shown = 50;

/** All that went wrong with sources, at once; the message has the first 50. */
export class SourceError extends Error {
  readonly problems: readonly SourceProblem[];

  constructor(problems: readonly SourceProblem[]) {
    const rest = problems.length - shown;
    const more = rest > 0 ? [`and ${rest} more; npm run sources -- verify --json names them all`] : [];
    super([...problems.slice(0, shown).map(line), ...more].join("\n"));
    this.name = "SourceError";
    this.problems = problems;
  }
}

function line({ record, file, rule, detail, remedy }: SourceProblem): string {
  return `${record} ${file}: [${rule}] ${detail}; ${remedy}`;
}
