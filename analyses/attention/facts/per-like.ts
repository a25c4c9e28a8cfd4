import type { Basis } from "#kit/coverage.ts";
import { count, type Fact, sum } from "#kit/facts.ts";
import { idOf, type Listing } from "../listings.ts";
import type { Group } from "../per-like.ts";

type Facts = Readonly<Record<string, Fact>>;

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const docs: Readonly<Record<string, string>> = {
  all: "all models with a like",
  age: "models with a like, by age",
  size: "models with a like, by parameters",
  likes: "models, by their likes",
  kind: "models with a like, by the kind of their owner",
};

/** Downloads for each like: the median of all models and of every group, with the quartiles of all. */
export function perLikeFacts(one: Listing, groups: readonly Group[]): Facts {
  const own = groups.filter(({ part }) => part === one.part);
  const all = own.find(({ by }) => by === "all");
  if (all === undefined) return {};
  const variants = own
    .filter(({ by }) => by === "likes")
    .map(({ group, median }) => ({ label: `models with ${group}`, value: median }));
  return {
    [idOf(one, "per-like")]: { ...median(all, one.basis), variants },
    [idOf(one, "per-like-lower")]: quartile(all, one.basis, "lower"),
    [idOf(one, "per-like-upper")]: quartile(all, one.basis, "upper"),
    [idOf(one, "liked-models")]: count({
      ...{ value: all.liked, unit: "models", basis: one.basis },
      definition: "Models of the listing with a like.",
    }),
    ...Object.fromEntries(
      own
        .filter(({ by }) => by !== "all")
        .map((group) => [idOf(one, `per-like-${slug(group.group)}`), median(group, one.basis)]),
    ),
  };
}

const counted = "Downloads in the 30 days before the listing for each like";

function median({ by, group, median, liked }: Group, basis: Basis): Fact {
  const whom = by === "all" ? (docs.all ?? by) : `${docs[by] ?? by}: ${group}`;
  const definition = `${counted}, to two digits; the median of ${whom}.`;
  return sum({ value: median, unit: "downloads", n: liked, definition, basis });
}

function quartile(group: Group, basis: Basis, which: "lower" | "upper"): Fact {
  const definition = `${counted}, to two digits; the ${which} quartile of all models with a like.`;
  return sum({ value: group[which], unit: "downloads", n: group.liked, definition, basis });
}
