import type { Basis } from "#kit/coverage.ts";
import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact, numeric } from "#kit/facts.ts";
import { nameText, say, show, type Text } from "#kit/text.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { comparisonsOf } from "./comparisons.ts";
import { doublingFacts, extendedFacts } from "./facts/doubling.ts";
import { growthFacts } from "./facts/growth.ts";
import { busiestFacts, listedFacts } from "./facts/listed.ts";
import { newestPublished, publishedFacts } from "./facts/published.ts";
import * as figures from "./figures.ts";
import { doublingFrame, monthFrame, totalFrame, windowFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { type Listed, listedOf } from "./listed.ts";
import { publishedTotals } from "./published.ts";
import { kinds } from "./series.ts";
import * as tables from "./tables.ts";
import { leastStart } from "./windows.ts";
import { plural, wording } from "./wording.ts";

type Facts = Readonly<Record<string, Fact>>;

export default defineAnalysis({
  id: "scale",
  order: 1,
  label: "Scale",
  question: "How large has the Hub become, and how fast does it grow?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { created, totals, busiestDays } = evidence;
    const whole = created.basis;
    const published = publishedTotals(reference);
    const listed = kinds.flatMap((kind) => listedOf(kind, created.rows, totals.rows) ?? []);
    const facts: Facts = {
      ...bothFacts(listed, whole),
      ...merged(listed, (one) => listedFacts(one, whole)),
      ...merged(listed, (one) => busiestFacts(busiestDays.rows, one, whole)),
      ...(whole.complete ? growing(listed, reference, whole) : {}),
      ...publishedFacts(published, reference),
      ...newestPublished(published),
    };
    return {
      ...finding(listed, facts, whole),
      facts,
      frames: {
        createdByMonth: "models-last-month" in facts ? monthFrame(listed) : null,
        totalsBeside: whole.complete && "models-listed" in facts ? totalFrame(listed, totals.rows, published) : null,
        growthWindows: "models-growth-median" in facts ? windowFrame(listed) : null,
        doublingTimes: "models-doubling" in facts ? doublingFrame(listed, published) : null,
      },
      comparisons: comparisonsOf(facts),
      headlines: headlines(listed, facts, wording(whole).whole),
      basis: whole,
    };
  },
});

function merged(listed: readonly Listed[], facts: (one: Listed) => Facts): Facts {
  return Object.assign({}, ...listed.map(facts));
}

/** Growth, of a complete listing alone: how a part that somebody chose afterwards came about says nothing of growth. */
function growing(listed: readonly Listed[], reference: Pick<Reference, "published">, whole: Basis): Facts {
  return {
    ...merged(listed, (one) => growthFacts(one, whole)),
    ...merged(listed, (one) => doublingFacts(one, whole)),
    ...merged(listed, (one) => extendedFacts(one, reference, whole)),
  };
}

/** Everything that the newest listings hold together. */
function bothFacts(listed: readonly Listed[], basis: Basis): Facts {
  const value = listed.reduce((sum, { totals }) => sum + totals.repositories, 0);
  const definition = `Public ${listed.map(({ kind }) => plural[kind]).join(" and ")} in the newest listing of each at hand.`;
  return { "repositories-listed": count({ value, unit: "repositories", definition, basis }) };
}

/** The title and the standfirst: the fitted doubling time, beside that of published totals where these are newer. */
function finding(listed: readonly Listed[], facts: Facts, basis: Basis): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  const models = listed.find(({ kind }) => kind === "model");
  if (models === undefined || !("models-doubling" in facts && "models-growth-least" in facts)) {
    return {
      title: say`${get("repositories-listed")} repositories are listed: ${nameText(basis.population)}`,
      standfirst: basis.complete
        ? say`The listings at hand are too short for a window of a year. No growth can be told.`
        : say`They are a part of the platform, chosen by others and after the fact. No growth can be told from it.`,
    };
  }
  const { day } = models.series;
  const year = nameText(day.slice(0, 4));
  const between = show.between(numeric(get("models-growth-least")), numeric(get("models-growth-largest")), "times");
  const spans = Object.entries(facts).filter(
    ([id, { basis: own }]) => id.startsWith("published-doubling") && own.asOf > day,
  );
  const newest = spans.at(-1)?.[1];
  const title =
    newest === undefined
      ? say`Hub models: doubling time ${get("models-doubling")} in ${year}`
      : say`Hub models: doubling time ${get("models-doubling")} in ${year}, ${newest} in ${nameText(newest.basis.asOf.slice(0, 4))} by published totals`;
  return {
    title,
    standfirst: say`Over every year that ends by ${show.day(day)}, the day of the newest listing, and begins with at least ${show.value(leastStart, "models")}, the number of models came to ${between} what it was. What others have published about the platform since is shown beside it and joined to nothing.`,
  };
}
