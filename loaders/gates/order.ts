import { valuesOf } from "./column.ts";
import type { Gate } from "./rule.ts";
import { atMost } from "./share.ts";

/** Of two columns, joined by +, the first is nowhere below the second. */
export const order: Gate = (rule, it) => {
  const [upper, lower] = valuesOf(it, rule.subject);
  if (!upper || !lower) return atMost(rule, it, []);
  return atMost(rule, it, [
    {
      name: `${upper.name} below ${lower.name}`,
      broken: `${upper.sql} < ${lower.sql}`,
      of: `count(*) FILTER (WHERE ${upper.sql} IS NOT NULL AND ${lower.sql} IS NOT NULL)`,
      value: `${upper.sql} || ' below ' || ${lower.sql}`,
    },
  ]);
};
