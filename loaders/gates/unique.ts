import { valueOf } from "./column.ts";
import type { Gate } from "./rule.ts";

/** No two rows share a known value of the subject. */
export const unique: Gate = (rule, it) => {
  const sql = valueOf(it, rule.subject);
  if (sql === null) return `the file has no ${rule.subject} to measure`;
  return {
    aggregates: { [`${rule.id} known`]: `count(${sql})`, [`${rule.id} different`]: `count(DISTINCT ${sql})` },
    judge: (measured) => {
      const known = measured(`${rule.id} known`) ?? 0;
      const different = measured(`${rule.id} different`) ?? 0;
      return { held: different === known, found: `${known - different} of ${known} repeat another` };
    },
    rows: `SELECT v, CAST(count(*) AS VARCHAR) || ' rows' FROM (SELECT ${sql} AS v FROM ${it.rows}) WHERE v IS NOT NULL
      GROUP BY v HAVING count(*) > 1 ORDER BY count(*) DESC, v LIMIT 5`,
  };
};
