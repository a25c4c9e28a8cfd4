import { literal } from "../schema/loader.ts";
import { valueOf } from "./column.ts";
import type { Gate } from "./rule.ts";
import { atMost } from "./share.ts";

/** Words that a column may hold, in any case; a truth value is the word for it. */
const words: Readonly<Record<string, readonly string[]>> = { gated: ["false", "auto", "manual"] };

/** Known values of the subject are words that loaders understand. */
export const vocabulary: Gate = (rule, it) => {
  const name = rule.subject;
  const sql = valueOf(it, name);
  const known = (words[name] ?? []).map(literal);
  if (sql === null) return atMost(rule, it, []);
  const broken = `lower(CAST(${sql} AS VARCHAR)) NOT IN (${known})`;
  return atMost(rule, it, [{ name, broken, of: `count(${sql})`, value: sql }]);
};
