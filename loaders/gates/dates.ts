import { identifier, literal } from "../schema/loader.ts";
import { usable, valueOf } from "./column.ts";
import { days as counted } from "./escape.ts";
import type { Gate, Judgement, Plan, Rule, Tested } from "./rule.ts";
import { atMost } from "./share.ts";

const secondsADay = 86_400;

/**
 * `floor COLUMN`: nothing before a time, `least` being in Unix seconds; `future COLUMN+...`: nothing later than `most`
 * days after the commit; `observed_on`: at most `most` days from the newest change.
 */
export const dates: Gate = (rule, it) => {
  const [what = "", columns = ""] = rule.subject.split(" ");
  if (what === "observed_on") return newestChange(rule, it);
  const broken = (sql: string) =>
    what === "floor"
      ? `epoch(${sql}) < ${rule.least}`
      : `epoch(${sql}) > ${latest(it) + (rule.most ?? 0) * secondsADay}`;
  const cases = columns.split("+").flatMap((name) => {
    const sql = timeOf(it, name);
    return sql === null ? [] : [{ name, broken: broken(sql), of: `count(${sql})`, value: sql }];
  });
  return atMost({ ...rule, subject: columns }, it, cases);
};

/** Last second that rows of the snapshot can know: that of the commit, or the end of the day that they speak of. */
function latest({ origin: { committed_at, observed_on } }: Tested): number {
  return committed_at === null
    ? Date.parse(`${observed_on}T00:00:00Z`) / 1000 + secondsADay
    : Date.parse(committed_at) / 1000;
}

/** SQL for a timestamp in UTC; one in text that cannot be read is null. */
function timeOf(it: Tested, column: string): string | null {
  const sql = valueOf(it, column);
  if (sql === null) return null;
  return it.types.get(column) === "VARCHAR"
    ? `CAST(TRY_CAST(${sql} AS TIMESTAMPTZ) AS TIMESTAMP)`
    : `CAST(${sql} AS TIMESTAMP)`;
}

function newestChange(rule: Rule, it: Tested): Plan | string {
  if (!usable(it, "lastModified")) return "the file has no lastModified to measure";
  const day = `DATE ${literal(it.origin.observed_on)}`;
  const name = `${rule.id} days`;
  return {
    aggregates: { [name]: `date_diff('day', CAST(max(${identifier("lastModified")}) AS DATE), ${day})` },
    judge: (measured) => judge(rule, it, measured(name)),
    rows: null,
  };
}

function judge({ most }: Rule, { origin }: Tested, days: number | null): Judgement {
  if (days === null) return { held: false, found: "no row has a day of change" };
  const found = `the newest change is ${counted(Math.abs(days))} ${days < 0 ? "after" : "before"} ${origin.observed_on}`;
  return { held: Math.abs(days) <= (most ?? 0), found };
}
