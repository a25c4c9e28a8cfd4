import { rollups } from "d3";
import type { Row } from "#loaders/schema/table.ts";
import type { dailyAccounts, dailyHoles } from "./tables.ts";

type AccountRow = Row<typeof dailyAccounts>;
type HoleRow = Row<typeof dailyHoles>;

/** A listing that lacks models with as large a part of the downloads of the day before counts as cut short. */
export const holeLimit = 0.05;

/** The user account with most downloads over all days, and what accounts of users had beside it. */
export interface Day {
  readonly day: string;
  /** Downloads of all models of the listing. */
  readonly whole: number;
  /** Those of models of user accounts. */
  readonly user: number;
  /** Those of models of user accounts but the first one. */
  readonly otherUser: number;
  readonly models: number;
  readonly userModels: number;
}

const sum = (rows: readonly AccountRow[], pick: (row: AccountRow) => number | null): number =>
  rows.reduce((all, row) => all + (pick(row) ?? 0), 0);

const downloads = ({ downloads_30d }: AccountRow): number | null => downloads_30d;
const models = (row: AccountRow): number => row.models;
const isUser = ({ owner_type }: AccountRow): boolean => owner_type === "user";

/** The registered user account with most downloads over all listings; null where none is registered. */
export function firstUser(rows: readonly AccountRow[]): string | null {
  const named = rows.filter((row) => isUser(row) && row.owner !== "(unregistered)");
  const sums = rollups(
    named,
    (own) => sum(own, downloads),
    ({ owner }) => owner,
  );
  return sums.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Every listing that is not cut short, by day. */
export function wholeDays(rows: readonly AccountRow[], holes: readonly HoleRow[]): Day[] {
  const first = firstUser(rows);
  const cut = new Set(holes.filter(isCut).map(({ observed_on }) => observed_on));
  const days = rollups(
    rows.filter(({ observed_on }) => !cut.has(observed_on)),
    (own) => dayOf(own, first),
    ({ observed_on }) => observed_on,
  );
  return days.map(([, day]) => day).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Whether a listing lacks much of what both of its neighbours have. */
export function isCut({ listed_before: before, missing_before: missing }: HoleRow): boolean {
  return before !== null && before > 0 && (missing ?? 0) / before > holeLimit;
}

function dayOf(own: readonly AccountRow[], first: string | null): Day {
  const users = own.filter(isUser);
  return {
    day: own[0]?.observed_on ?? "",
    whole: sum(own, downloads),
    user: sum(users, downloads),
    otherUser: sum(
      users.filter(({ owner }) => owner !== first),
      downloads,
    ),
    models: sum(own, models),
    userModels: sum(users, models),
  };
}
