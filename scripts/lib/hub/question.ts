import { HubError, hubErrorOf, type Subject } from "./error.ts";

/** Asks the Hub; whatever goes wrong is a `HubError` about the subject. */
export async function ask<T>(subject: Subject, question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw hubErrorOf(error, subject);
  }
}

/** The items of a listing; throws a `HubError` when one comes twice, because then its pages lead in a circle. */
export async function* listed<T>(
  subject: string,
  items: AsyncIterable<T>,
  key: (item: T) => string,
): AsyncGenerator<T> {
  const seen = new Set<string>();
  try {
    for await (const item of items) {
      if (seen.size === seen.add(key(item)).size) throw new HubError(subject, "loop", `${key(item)} is listed twice`);
      yield item;
    }
  } catch (error) {
    throw hubErrorOf(error, subject);
  }
}
