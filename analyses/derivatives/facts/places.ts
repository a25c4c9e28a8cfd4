import { count, type Fact, share, shareVariant } from "#kit/facts.ts";
import { placeInProse } from "#kit/places.ts";
import type { End, LineageRow, Reach } from "../ends.ts";
import { apart, byPublisher, fewest } from "../places.ts";
import { headline, isOwn, otherWays, type Population, type Way } from "../population.ts";
import { companyOf } from "../publishers.ts";
import { models } from "../reuploaders.ts";
import { type Belongs, tally } from "../tally.ts";
import { type Facts, reaches } from "./companies.ts";

/** Shares of models by the country or region of what they build on, and flows between places of organisations. */
export function placeFacts(population: Population): Facts {
  const shares = apart.flatMap((place) =>
    reaches.map((reach): [string, Fact] => [`${place.toLowerCase()}-${reach}`, placeFact(population, place, reach)]),
  );
  const facts = { ...Object.fromEntries(shares), ...knownFacts(population), ...flowFacts(population) };
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [`${population.prefix}${id}`, fact]));
}

/** Whether a base is of a place; null where that of its publisher is not known, or it is a copy. */
function ofPlace(place: string, { publishers, reuploaders: copies }: Population, { named }: Way): Belongs {
  return ({ owner, family }: End) => {
    const copied = named && copies.has(owner) ? companyOf(family) : null;
    if (copied !== null) return publishers.place(home[copied] ?? copied) === place;
    if (copies.has(owner)) return null;
    const found = publishers.place(owner);
    return found === null ? null : found === place;
  };
}

/** A namespace of each company of a family, whose place is the company's. */
const home: Readonly<Record<string, string>> = {
  Alibaba: "Qwen",
  Meta: "meta-llama",
  Google: "google",
  "Mistral AI": "mistralai",
  Microsoft: "microsoft",
  DeepSeek: "deepseek-ai",
};

function placeFact(population: Population, place: string, reach: Reach): Fact {
  const of = (rows: readonly LineageRow[], way: Way) =>
    tally(rows, reach, ofPlace(place, population, way), way.merging);
  const all = of(population.rows, headline);
  const where = reach === "base" ? "one step back" : "at the root";
  return share({
    ...{ ...all, n: all.whole, basis: population.basis },
    definition: `Derived models that build, ${where}, on a model of a publisher in ${placeInProse(place)}, over all; a model of several places counts in each. Copies and publishers without a known place could be of any.`,
    variants: otherWays(population, reach).map((way) =>
      shareVariant({
        label: way.label,
        ...of(
          population.rows.filter((row) => way.keeps(row, reach)),
          way,
        ),
      }),
    ),
  });
}

function knownFacts({ rows, publishers, basis }: Population): Facts {
  const unknown = models(rows.filter(({ owner }) => publishers.place(owner) === null));
  const whole = models(rows);
  return {
    "unplaced-publishers": share({
      ...{ part: unknown, whole, unknown: 0, n: whole, basis },
      definition: "Derived models whose own publisher has no known country or region, over all.",
    }),
  };
}

function flowFacts(population: Population): Facts {
  const groups = byPublisher(population);
  const from = (place: string, to: string): Fact | null => {
    const rows = groups.get(place) ?? [];
    const others = rows.filter((row) => !isOwn(row, population.publishers));
    if (models(others) < fewest) return null;
    const all = tally(others, "root", ofPlace(to, population, headline));
    return share({
      ...{ ...all, n: all.whole, basis: population.basis },
      definition: `Derived models of organisations in ${placeInProse(place)}, re-uploaders and models built on their own company's left out, that go back to a model of a publisher in ${placeInProse(to)}, over all of theirs.`,
      variants: [
        shareVariant({
          label: "models built on their publisher's own counted",
          ...tally(rows, "root", ofPlace(to, population, headline)),
        }),
      ],
    });
  };
  const pairs = [
    ["us", "US", "CN"],
    ["us", "US", "US"],
    ["cn", "CN", "CN"],
    ["cn", "CN", "US"],
  ] as const;
  const flows = pairs.flatMap(([id, place, to]): [string, Fact][] => {
    const fact = from(place, to);
    return fact === null ? [] : [[`from-${id}-to-${to.toLowerCase()}`, fact]];
  });
  return {
    "organised-others": count({
      ...{ value: models([...groups.values()].flat().filter((row) => !isOwn(row, population.publishers))) },
      ...{ unit: "models", basis: population.basis },
      definition:
        "Derived models of organisations with a known country or region, without re-uploaders and without what builds on their own publisher's.",
    }),
    organised: count({
      ...{ value: models([...groups.values()].flat()), unit: "models", basis: population.basis },
      definition:
        "Derived models of organisations with a known country or region, individuals and re-uploaders left out.",
    }),
    ...Object.fromEntries(flows),
  };
}
