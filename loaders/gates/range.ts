import { valuesOf } from "./column.ts";
import type { Gate } from "./rule.ts";
import { atMost, outside } from "./share.ts";

/** Known values of the subject lie between the limits. */
export const range: Gate = (rule, it) => {
  const cases = valuesOf(it, rule.subject).map(({ name, sql }) => ({
    ...{ name, value: sql, broken: outside(rule, sql) },
    of: `count(${sql})`,
  }));
  return atMost(rule, it, cases);
};
