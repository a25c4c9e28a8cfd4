import type { Basis } from "#kit/coverage.ts";
import type { Evidence } from "#kit/define.ts";
import { count, type Fact, sum, type Variant } from "#kit/facts.ts";
import {
  type DiscussionRow,
  firstShare,
  lastCrawl,
  meanAge,
  ratesOf,
  stepsOf,
  total,
  withInterval,
} from "../discussions.ts";
import { level } from "../spells.ts";
import type { discussionMonths } from "../tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Crawls after release up to which discussions are counted in another way. */
const shorter = { three: 3, six: 6 } as const;

/** When discussions on released models are opened. */
export function discussionFacts({ rows, basis }: Evidence<typeof discussionMonths>): Facts {
  const steps = stepsOf(rows);
  const last = lastCrawl(steps);
  const rates = ratesOf(steps, last);
  if (last < shorter.six || (rates[0]?.authors ?? 0) < 3) return {};
  const counted = (value: number, unit: Fact["unit"], definition: string): Fact =>
    count({ value, unit, definition, basis });
  return {
    "discussion-mean-age": ageFact(rows, last, basis),
    "discussion-mean-age-three": ageFact(rows, shorter.three, basis),
    "discussion-mean-age-six": ageFact(rows, shorter.six, basis),
    "discussion-first": firstFact(rows, last, basis),
    "discussion-months": counted(
      last,
      "crawls",
      "Crawls after the first that lists a release up to which its discussions are counted: the last with 200 models of ten namespaces or more.",
    ),
    "discussions-opened": counted(
      total(rates, ({ opened }) => opened),
      "discussions",
      "Discussions and pull requests opened on released models up to that crawl.",
    ),
    "discussion-models": counted(rates[0]?.models ?? 0, "models", "Released models whose discussions are counted."),
    "discussion-authors": counted(
      rates[0]?.authors ?? 0,
      "namespaces",
      "Namespaces of the released models whose discussions are counted.",
    ),
  };
}

const cluster = `the interval, of ${level}, is by leaving out one namespace after the other`;

function ageFact(rows: readonly DiscussionRow[], last: number, basis: Basis): Fact {
  const steps = stepsOf(rows);
  const { value, bounds } = withInterval(steps, last, meanAge);
  const definition = `Mean days from a model's release to the opening of a discussion or pull request on its page, over the first ${last} crawls after the one that lists it first, each crawl's rate over the models then watched; ${cluster}.`;
  const n = total(ratesOf(steps, last), ({ opened }) => opened);
  return { ...sum({ value, unit: "days", n, definition, basis }), bounds, variants: others(rows, last, meanAge) };
}

function firstFact(rows: readonly DiscussionRow[], last: number, basis: Basis): Fact {
  const steps = stepsOf(rows);
  const { value, bounds } = withInterval(steps, last, firstShare);
  const definition = `Share of the discussions of the first ${last} crawls after a release that are there on the crawl that lists it first, within a month of the release; ${cluster}.`;
  const n = total(ratesOf(steps, last), ({ opened }) => opened);
  const variants = others(rows, last, firstShare).filter(({ label }) => !/released on/.test(label));
  return { ...sum({ value, unit: "share", n, definition, basis }), bounds, variants };
}

/** The same with another day of release, or with other models. */
function others(rows: readonly DiscussionRow[], last: number, statistic: typeof meanAge): Variant[] {
  const of = (label: string, own: readonly DiscussionRow[], release: Parameters<typeof stepsOf>[1] = "middle") => {
    const value = own.length === 0 ? Number.NaN : statistic(stepsOf(own, release), last);
    return Number.isFinite(value) ? [{ label, value }] : [];
  };
  return [
    ...of("all released on the first day of their gap", rows, "first day"),
    ...of("all released on the last day of their gap", rows, "last day"),
    ...of(
      "models with 100 downloads or more in the first full month",
      rows.filter(({ used }) => used === true),
    ),
    ...of(
      "namespaces that two crawls or more list before the model",
      rows.filter((row) => row.watched_long),
    ),
    ...without(rows, last, statistic),
  ];
}

/** The same without the namespace that has most discussions. */
function without(rows: readonly DiscussionRow[], last: number, statistic: typeof meanAge): Variant[] {
  const by = [...Map.groupBy(rows, ({ author }) => author)].map(([author, own]) => ({
    author,
    opened: total(own, ({ opened }) => opened),
  }));
  const [most] = by.sort((a, b) => b.opened - a.opened);
  if (most === undefined || by.length < 3) return [];
  const value = statistic(stepsOf(rows.filter(({ author }) => author !== most.author)), last);
  return Number.isFinite(value) ? [{ label: `without ${most.author}, which has most discussions`, value }] : [];
}
