import { measuresOf } from "./measures.ts";
import type { Before, Gate, Judgement, Measured, Rule, Tested } from "./rule.ts";

/** A measure, or with `nulls` the share of nulls of any column, stays near that of the predecessor. */
export const drift: Gate = (rule, it) => {
  const { before } = it;
  if (before === null) return "it has no predecessor";
  if (rule.subject === "nulls")
    return { aggregates: {}, judge: (measured) => nulls(rule, it, before, measured), rows: null };
  const name = rule.subject;
  const earlier = before.measures[name] ?? null;
  if (earlier === null || earlier === 0 || !(name in measuresOf(it)))
    return `${name} of ${before.label} and of this one cannot be compared`;
  return { aggregates: {}, judge: (measured) => ratio(rule, measured(name) ?? 0, earlier, before.label), rows: null };
};

function ratio({ least, most, subject }: Rule, now: number, earlier: number, label: string): Judgement {
  const times = now / earlier;
  return {
    held: times >= (least ?? 0) && times <= (most ?? Number.POSITIVE_INFINITY),
    found: `${subject}: ${now} after ${earlier} in ${label}, ${times.toPrecision(3)} times`,
  };
}

function nulls({ most }: Rule, it: Tested, { measures }: Before, measured: Measured): Judgement {
  const changes = Object.keys(measuresOf(it)).flatMap((name) => {
    const [earlier, now] = [measures[name] ?? null, measured(name)];
    return !name.startsWith("nulls ") || earlier === null || now === null ? [] : [{ name, earlier, now }];
  });
  const far = changes.filter(({ earlier, now }) => Math.abs(now - earlier) > (most ?? 0));
  const told = far.map(({ name, earlier, now }) => `${name}: ${now.toPrecision(3)} after ${earlier.toPrecision(3)}`);
  return { held: far.length === 0, found: told.join("; ") || `${changes.length} columns are as they were` };
}
