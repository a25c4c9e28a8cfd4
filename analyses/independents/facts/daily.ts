import { type Basis, narrow } from "#kit/coverage.ts";
import { count, date, type Fact, share, type Variant } from "#kit/facts.ts";
import type { Day } from "../days.ts";

type Facts = Record<string, Fact>;

const listed = "embedding models for transformers.js on one list";
const share30 = (part: string): string => `Share of downloads in 30 days of ${listed} that go to ${part}`;

/** What accounts of users have on the daily listings: the last one, the extremes, and without the first account. */
export function dailyFacts(days: readonly Day[], basis: Basis): Facts {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return {};
  const by = (pick: (day: Day) => number) => [...days].sort((a, b) => pick(a) - pick(b));
  const [shares, others] = [by(userShare), by(otherShare)];
  const most = shares.at(-1) as Day;
  const day = (value: string, definition: string): Fact => date({ value, definition, basis: at(basis, value) });
  return {
    "days-counted": count({
      value: days.length,
      unit: "days",
      definition: `Daily listings of ${listed} that are not cut short.`,
      basis,
    }),
    "days-first": day(first.day, `Day of the first daily listing of ${listed}.`),
    "user-last": userFact(last, basis, "on the last listing"),
    "user-most": userFact(most, basis, "on the listing where they have most"),
    "user-most-day": day(most.day, "Day on which accounts of users have their largest share."),
    "user-least": userFact(shares[0] as Day, basis, "on the listing where they have least"),
    "user-models-last": share({
      part: last.userModels,
      whole: last.models,
      unknown: 0,
      n: last.models,
      definition: `Share of ${listed} on the last listing whose owners are accounts of users.`,
      basis: at(basis, last.day),
    }),
    "other-users-most": otherFact(others.at(-1) as Day, basis),
    "one-account-last": share({
      part: last.user - last.otherUser,
      whole: last.user,
      unknown: 0,
      n: last.userModels,
      definition: `Share of one account in the downloads of all accounts of users, ${listed}, last listing.`,
      basis: at(basis, last.day),
    }),
  };
}

/** Share of downloads that accounts of users have. */
export const userShare = ({ user, whole }: Day): number => user / whole;

/** The same without the first account, over all downloads. */
export const otherShare = ({ otherUser, whole }: Day): number => otherUser / whole;

const at = (basis: Basis, asOf: string): Basis => narrow(basis, { asOf });

function userFact(day: Day, basis: Basis, when: string): Fact {
  const { user, whole } = day;
  return share({
    part: user,
    whole,
    unknown: 0,
    n: day.models,
    definition: `${share30("accounts of users")}, ${when}.`,
    basis: at(basis, day.day),
    variants: withoutFirst(day),
  });
}

/** The share without the first account, over what is then left; nothing where nothing is. */
function withoutFirst({ user, otherUser, whole }: Day): Variant[] {
  const left = whole - user + otherUser;
  return left > 0 ? [{ label: "the first of these accounts left out", value: otherUser / left }] : [];
}

function otherFact(day: Day, basis: Basis): Fact {
  return share({
    part: day.otherUser,
    whole: day.whole,
    unknown: 0,
    n: day.models,
    definition: `${share30("accounts of users but the first")}, on the listing where they have most.`,
    basis: at(basis, day.day),
  });
}
