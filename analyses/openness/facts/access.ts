import type { Basis } from "#kit/coverage.ts";
import { count, date, type Fact, share } from "#kit/facts.ts";
import { type AccessRow, accessYears, byAccess, firstYear, type KindRow, kindsOf } from "../access.ts";

type Facts = Readonly<Record<string, Fact>>;

/** How the listed models may be had, over all and by year of publication; what is not stated bounds every share. */
export function accessFacts(rows: readonly AccessRow[], basis: Basis): Facts {
  const years = accessYears(rows).map(([year, own]) =>
    Object.entries(sharesOf(own, `, published in ${year}`, basis)).map(([key, fact]) => [`${key}-${year}`, fact]),
  );
  const { all } = byAccess(rows);
  const days = rows.flatMap(({ last_published }) => last_published ?? []).sort();
  return {
    "listed-models": count({ value: all, unit: "models", definition: "Models in Epoch AI's database.", basis }),
    "drawn-models": count({
      value: accessYears(rows).reduce((sum, [, own]) => sum + byAccess(own).all, 0),
      unit: "models",
      definition: `Models in Epoch AI's database that were published in ${firstYear} or later.`,
      basis,
    }),
    "listed-last-day": date({
      value: days.at(-1) ?? basis.asOf,
      n: all,
      definition: "Newest publication in Epoch AI's database, as far as days are known.",
      basis,
    }),
    ...sharesOf(rows, "", basis),
    ...Object.fromEntries(years.flat()),
  };
}

/** The same by kind of publisher; kinds with few models are left out. */
export function kindFacts(rows: readonly KindRow[], basis: Basis): Facts {
  const kinds = kindsOf(rows);
  const shares = kinds.map(([kind, own]) => {
    const words = kind === "joint" ? ", by publishers of several kinds" : `, by publishers of the kind ${kind}`;
    return Object.entries(sharesOf(own, words, basis)).map(([key, fact]) => [`${key}-${kind}`, fact]);
  });
  return {
    "kinded-models": count({
      value: kinds.reduce((sum, [, own]) => sum + byAccess(own).all, 0),
      unit: "models",
      definition: "Models in Epoch AI's database by publishers of a stated kind that has many models there.",
      basis,
    }),
    ...Object.fromEntries(shares.flat()),
  };
}

function sharesOf(rows: readonly Pick<AccessRow, "access" | "models">[], when: string, basis: Basis): Facts {
  const { open, limited, closed, unknown, all } = byAccess(rows);
  const made = (part: number, not: number, what: string): Fact =>
    share({
      part,
      whole: all,
      unknown: not,
      n: all,
      definition: `Share of models in Epoch AI's database${when} ${what}.`,
      basis,
    });
  return {
    "weights-published": made(open + limited, unknown, "whose weights are published, under any terms"),
    "weights-open": made(open, unknown, "whose weights are published without limits of use"),
    "weights-closed": made(closed, unknown, "whose weights are not published: an API, a hosted model, or nothing"),
    "access-unstated": made(unknown, 0, "of which the list does not state how they may be had"),
  };
}
