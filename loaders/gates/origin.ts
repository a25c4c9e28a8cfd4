import { valuesOf } from "./column.ts";
import { shown } from "./escape.ts";
import { decided, type Gate } from "./rule.ts";
import { atMost } from "./share.ts";

/** `metadata` or a column: nothing says that the rows were made up. */
export const origin: Gate = (rule, it) => {
  if (rule.subject !== "metadata") return identities(rule, it);
  const mark = it.metadata.get("generated");
  return decided(mark === undefined, mark === undefined ? "no mark" : `generated = ${shown(mark)}`);
};

/** Identities of the Hub begin with the second at which they were given; eight zeros are 1970. */
const identities: Gate = (rule, it) => {
  const cases = valuesOf(it, rule.subject).map(({ name, sql }) => ({
    ...{ name, value: sql, broken: `starts_with(${sql}, '00000000')` },
    of: `count(${sql})`,
  }));
  return atMost(rule, it, cases);
};
