import { valuesOf } from "./column.ts";
import type { Gate } from "./rule.ts";
import { atMost } from "./share.ts";

/** At most a share of the rows lacks each of the columns; without a limit, none. */
export const nulls: Gate = (rule, it) => {
  const cases = valuesOf(it, rule.subject).map(({ name, sql }) => ({
    ...{ name, value: "'null'", of: "count(*)" },
    broken: `${sql} IS NULL`,
  }));
  return atMost(rule, it, cases, rule.most ?? 0);
};
