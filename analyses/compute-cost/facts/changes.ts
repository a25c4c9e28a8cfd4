import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, quantile } from "#kit/facts.ts";
import type { Row } from "#loaders/schema/table.ts";
import type { priceChanges } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** A dated change, with its blended prices. */
export interface Change extends Row<typeof priceChanges> {
  readonly before: number;
  readonly after: number;
  /** Whether it had taken effect on the day of the list. */
  readonly effective: boolean;
}

type Blend = (input: number, output: number) => number;

const threeToOne: Blend = (input, output) => (3 * input + output) / 4;

/** Changes whose blended price differs from the one before, oldest first. */
export function changesOf(rows: readonly Row<typeof priceChanges>[], blend: Blend = threeToOne): Change[] {
  return rows
    .map((row) => ({
      ...row,
      before: blend(row.input_before, row.output_before),
      after: blend(row.input_after, row.output_after),
      effective: row.changed_on <= row.observed_on,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.changed_on + a.provider + a.offer < b.changed_on + b.provider + b.offer ? -1 : 1));
}

const cutsIn = (changes: readonly Change[]): Change[] => changes.filter(({ before, after }) => after < before);

/** Sellers that resell other publishers' models: their changes repeat those of the publishers. */
const resellers = ["aws", "openrouter"];

/** The changes under other ways to count them. */
function otherCounts(rows: readonly Row<typeof priceChanges>[]): { label: string; changes: readonly Change[] }[] {
  const effective = (changes: readonly Change[]): Change[] => changes.filter((change) => change.effective);
  return [
    { label: "equal parts of input and output", changes: effective(changesOf(rows, (a, b) => (a + b) / 2)) },
    { label: "nine parts input to one part output", changes: effective(changesOf(rows, (a, b) => (9 * a + b) / 10)) },
    {
      label: "resellers left out",
      changes: effective(changesOf(rows)).filter((row) => !resellers.includes(row.provider)),
    },
    { label: "announced changes counted too", changes: changesOf(rows) },
  ];
}

/** How often dated prices went down and up, and by how much. */
export function changeFacts(rows: readonly Row<typeof priceChanges>[], whole: Basis): Facts {
  const all = changesOf(rows);
  const done = all.filter(({ effective }) => effective);
  const cuts = cutsIn(done);
  const basis = narrow(whole, { asOf: rows[0]?.observed_on ?? "" });
  const others = otherCounts(rows);
  const direct = done.filter(({ provider }) => !resellers.includes(provider));
  const prices = (value: number, definition: string, pick?: (changes: readonly Change[]) => number): Fact => {
    const variants = pick === undefined ? [] : others.map(({ label, changes }) => ({ label, value: pick(changes) }));
    return count({ value, unit: "prices", definition, basis, variants });
  };
  const deepest = cuts.reduce((a, b) => (a.after / a.before <= b.after / b.before ? a : b), cuts[0] as Change);
  return {
    changes: prices(
      done.length,
      "Dated changes of a blended price that had taken effect on the day of the list.",
      (changes) => changes.length,
    ),
    cuts: prices(cuts.length, "Of these, prices that went down.", (changes) => cutsIn(changes).length),
    rises: prices(
      done.length - cuts.length,
      "Of these, prices that went up.",
      (changes) => changes.length - cutsIn(changes).length,
    ),
    "own-changes": prices(direct.length, "Of the dated changes, those by sellers that are no resellers."),
    "own-cuts": prices(cutsIn(direct).length, "Of these, prices that went down."),
    announced: prices(all.length - done.length, "Dated changes announced for a later day."),
    "first-change": date({ value: all[0]?.changed_on ?? "", definition: "Day of the oldest dated change.", basis }),
    "median-cut": quantile({
      values: cuts.map(({ before, after }) => 1 - after / before),
      p: 0.5,
      unit: "percent-more",
      definition: "Median over dated cuts of the part by which the blended price went down.",
      basis,
    }),
    "deepest-cut": quantile({
      values: cuts.map(({ before, after }) => 1 - after / before),
      p: 1,
      unit: "percent-more",
      definition: `Largest part by which a dated cut took the blended price down: ${deepest.offer} at ${deepest.provider} on ${deepest.changed_on}.`,
      basis,
    }),
  };
}
