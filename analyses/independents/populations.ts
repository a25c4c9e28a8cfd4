import { type Basis, narrow } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import type { Row } from "#loaders/schema/table.ts";
import { byOwner, type Holding } from "./holdings.ts";
import { early } from "./tables/standings.ts";
import type { followedOwners, listedOwners } from "./tables.ts";

type ListedRow = Row<typeof listedOwners>;

/** Models that are counted together, with whose they are. */
export interface Population {
  /** What the ids of its facts begin with. */
  readonly prefix: string;
  /** Who is counted, in words that follow "models of". */
  readonly words: string;
  /** The same in a few words, for labels. */
  readonly short: string;
  readonly rows: readonly Holding[];
  readonly basis: Basis;
}

/** The newest listing of the complete Hub, which leads the chapter, and the first, if that is another. */
export function hubsOf({ rows, basis }: Evidence<typeof listedOwners>): readonly [Population, ...Population[]] {
  const days = [...new Set(rows.map(({ observed_on }) => observed_on))].sort();
  const [last, first] = [days.at(-1), days[0]];
  if (last === undefined || first === undefined)
    throw new Error("listed-owners has no listing of the Hub: run npm run tables");
  const on = (day: string, prefix: string): Population => {
    const own = rows.filter(({ observed_on }) => observed_on === day);
    return {
      prefix,
      words: "the Hugging Face Hub",
      short: "the whole Hub",
      rows: byOwner(own),
      basis: { ...narrow(basis, { asOf: day }), sources: [...new Set(own.map(({ source }) => source))] },
    };
  };
  return first === last ? [on(last, "")] : [on(last, ""), on(first, "first-")];
}

/** The listing of 2022, whose dates of creation reach back before the floor of the Hub's own. */
export function datedRows(rows: readonly ListedRow[]): readonly ListedRow[] {
  return rows.filter(({ source }) => source === early);
}

/** Recent models that a list follows. */
export function followedOf({ rows, basis }: Evidence<typeof followedOwners>): Population {
  return { prefix: "radar-", words: "the list of HF//RADAR", short: "HF//RADAR", rows, basis };
}
