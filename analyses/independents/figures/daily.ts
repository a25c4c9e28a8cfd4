import * as Plot from "@observablehq/plot";
import { colourOf } from "#kit/colours.ts";
import { defineFigure, type FrameRow } from "#kit/figure.ts";
import { label } from "#kit/format.ts";
import { endLabels, instant, valueAxis } from "#kit/marks.ts";
import { brief, say, show } from "#kit/text.ts";
import { date, float, int } from "#loaders/schema/column.ts";

const columns = {
  day: date("Last listing of a week that is not cut short"),
  user: float("Share of downloads of models of user accounts", "share"),
  other_users: float("The same without the first of these accounts", "share"),
  models: int("Models on the listing", "models"),
};

type Row = FrameRow<typeof columns>;

/** What accounts of users draw on a daily list, and without the first of them. */
export const userAccounts = defineFigure({
  id: "user-accounts",
  title: (_, { fact }) =>
    say`User accounts draw ${brief(fact("user-least"))} to ${brief(fact("user-most"))}; without one of them, ${brief(fact("other-users-most"))} at most`,
  subtitle: (rows, { fact }) =>
    say`Share of downloads that go to models of user accounts, embedding models for transformers.js on one list, ${fact("days-first")} to ${show.day(rows.at(-1)?.day ?? "")}; by week, each point a trailing month`,
  columns,
  n: "days-counted",
  time: { on: "day", counts: ["model-downloads"], members: "listed" },
  assumptions: (_, { fact }) => [
    say`Whether an account is a user’s or an organisation’s is what the list says. A user can be an employee: of the downloads of all user accounts on the last listing, ${fact("one-account-last")} are of one account that the list marks as staff of Hugging Face.`,
    say`Listings that lack a sizeable part of what both of their neighbours have are left out.`,
  ],
  plot: (rows, size) => {
    const x = (row: Row): Date => instant(row.day);
    const last = rows.slice(-1);
    const line = (y: "user" | "other_users", dash: string) =>
      Plot.lineY(rows, { x, y, stroke: colourOf("independent"), strokeWidth: 2, strokeDasharray: dash });
    const split = size.phone ? "\n" : " ";
    const ends = last.flatMap((row) => [
      { x: x(row), y: row.user, text: `User accounts${split}${label(row.user, "share")}` },
      { x: x(row), y: row.other_users, text: `All but one${split}${label(row.other_users, "share")}` },
    ]);
    return {
      height: 320,
      marginLeft: 46,
      marginRight: size.phone ? 122 : 176,
      x: { type: "utc", label: null, ticks: size.phone ? 2 : 5 },
      y: { domain: [0, Math.max(0.2, ...rows.map(({ user }) => user))], label: null },
      marks: [
        ...valueAxis(
          [0, 0.2, 0.4, 0.6, 0.8].filter((tick) => rows.some(({ user }) => user >= tick - 0.2)),
          (tick) => label(tick, "share"),
        ),
        line("user", "none"),
        line("other_users", "4 3"),
        endLabels(ends, size.phone ? 0.09 : 0.05),
      ],
    };
  },
  describe: (_, { fact }) => ({
    alt: say`Line chart of the download share of user accounts on a daily list; most is ${fact("user-most")}, last ${fact("user-last")}.`,
    long: say`The share lies at ${fact("user-least")} at the least, at ${fact("user-most")} on ${fact("user-most-day")}, and at ${fact("user-last")} on the last listing. Without the first account, it is ${fact("other-users-most")} at the most.`,
  }),
});
