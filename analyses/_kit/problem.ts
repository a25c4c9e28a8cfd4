/** One thing that is wrong, where it is, and what to do about it. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** 1-based; 1 when the whole file is meant. */
  readonly line: number;
  readonly column: number;
  /** Names the thing, the rule and the remedy. */
  readonly message: string;
  /** Words of prose that the numbers do not bear: a person must write others, and a draft can be looked at until then. */
  readonly open?: true;
  /** Element that the prose lacks, as one writes it. */
  readonly lacks?: string;
}

/** Several problems at once, printed one a line as `file:line:column message`. */
export class ReportError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(byPlace);
    const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
    super(`${count}:\n${sorted.map(line).join("\n")}`);
    this.name = "ReportError";
    this.problems = sorted;
  }
}

/** Orders problems by file, line and column. */
export function byPlace(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}

function line({ file, line, column, message }: Problem): string {
  return `  ${file}:${line}:${column} ${message}`;
}
