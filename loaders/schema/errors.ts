/** Everything that is wrong with one input, found in one pass; one line each. */
export class DataError extends Error {
  readonly problems: readonly string[];

  constructor(subject: string, problems: readonly string[]) {
    super(`${subject}: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}\n${problems.join("\n")}`);
    this.name = "DataError";
    this.problems = problems;
  }
}

/** Throws a `DataError` if there are problems. */
export function raise(subject: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new DataError(subject, problems);
}
