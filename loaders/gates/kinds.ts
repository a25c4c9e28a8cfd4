import type { gateKinds } from "../schema/gates.ts";
import { columns } from "./columns.ts";
import { dates } from "./dates.ts";
import { drift } from "./drift.ts";
import { era } from "./era.ts";
import { json } from "./json.ts";
import { monotone } from "./monotone.ts";
import { names } from "./names.ts";
import { nulls } from "./nulls.ts";
import { order } from "./order.ts";
import { origin } from "./origin.ts";
import { range } from "./range.ts";
import { rows } from "./rows.ts";
import type { Gate, Plan, Rule, Tested } from "./rule.ts";
import { unique } from "./unique.ts";
import { vocabulary } from "./vocabulary.ts";

const kinds: Readonly<Record<(typeof gateKinds)[number], Gate>> = {
  ...{ columns, era, origin, rows, unique, names, dates, range, order, json, vocabulary, monotone, drift },
  "null-rate": nulls,
};

/** Plans a rule for one table; a text says why it cannot be applied. */
export function planOf(rule: Rule, it: Tested): Plan | string {
  const other = outside(rule, it);
  if (other) return other;
  const gate = Object.entries(kinds).find(([kind]) => kind === rule.kind)?.[1];
  if (gate === undefined)
    throw new Error(`data/reference/gates.csv: ${rule.id} is of no kind that is known: ${rule.kind}`);
  return gate(rule, it);
}

/** Why a rule is not for a snapshot like this; undefined when it is. */
function outside({ scope }: Rule, { origin: { generated, part } }: Tested): string | undefined {
  const words = scope.split("-");
  if (words.includes("hub") && generated) return "the rows were made up, and the rule is for the real Hub";
  if (words.includes("whole") && part !== undefined) return `the rows are ${part}, and the rule is for all of the Hub`;
  return undefined;
}
