import { valuesOf } from "./column.ts";
import type { Gate } from "./rule.ts";
import { atMost } from "./share.ts";

/** Known texts of the subject are valid JSON. */
export const json: Gate = (rule, it) => {
  const cases = valuesOf(it, rule.subject).map(({ name, sql }) => ({
    ...{ name, value: sql, broken: `NOT json_valid(${sql})` },
    of: `count(${sql})`,
  }));
  return atMost(rule, it, cases);
};
