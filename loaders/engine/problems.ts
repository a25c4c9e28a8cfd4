import { z } from "zod";
import { DataError, raise } from "../schema/errors.ts";

/** What an error says, one line a problem. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof DataError) return error.problems;
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  return [error instanceof Error ? error.message : String(error)];
}

/** What work makes of all items; throws one `DataError` with every problem, each after the name of its item. */
export function collect<T, R>(
  subject: string,
  items: Iterable<T>,
  name: (item: T) => string,
  work: (item: T) => R,
): R[] {
  const problems: string[] = [];
  const results = [...items].flatMap((item) => {
    try {
      return [work(item)];
    } catch (error) {
      problems.push(...problemsOf(error).map((problem) => `${name(item)}: ${problem}`));
      return [];
    }
  });
  raise(subject, problems);
  return results;
}
