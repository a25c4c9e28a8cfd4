import { decided, type Gate } from "./rule.ts";

/** From a time on, in Unix seconds, the file has each of the columns. */
export const era: Gate = ({ subject, least }, { origin, types }) => {
  const since = new Date((least ?? 0) * 1000).toISOString().slice(0, 10);
  if (origin.observed_on < since) return `it is of a day before ${since}`;
  const missing = subject.split("+").filter((name) => !types.has(name));
  if (missing.length === 0) return decided(true, "all are there");
  return decided(false, missing.map((name) => `${name} is missing`).join("; "));
};
