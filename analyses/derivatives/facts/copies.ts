import { count, type Fact, share } from "#kit/facts.ts";
import { type End, endsOf, type Reach } from "../ends.ts";
import type { Population } from "../population.ts";
import { companyOf } from "../publishers.ts";
import { reuploaders, rule } from "../reuploaders.ts";
import { tally } from "../tally.ts";
import { type Facts, told } from "./companies.ts";

/** What goes through re-uploaders: how many they are, what builds on their copies, and what those copies are of. */
export function copyFacts(population: Population): Facts {
  const { prefix, basis, reuploaders: copies, rows, publishers } = population;
  const looser = [0.25, 0.75].map((share) => ({ share, found: reuploaders(rows, publishers, share) }));
  const variants = (reach: Reach) =>
    looser.map(({ share: from, found }) => {
      const { part, whole } = through(population, reach, found);
      return { label: `re-uploaders from ${from * 100} percent of copies`, value: part / whole };
    });
  const of = (reach: Reach): Fact => {
    const { part, whole } = through(population, reach, copies);
    const where = reach === "base" ? "name a copy of a re-uploader as base" : "go back to one and no further";
    const definition = `Derived models that ${where}, over all.`;
    return share({ part, whole, unknown: 0, n: whole, basis, definition, variants: variants(reach) });
  };
  const facts = {
    reuploaders: count({
      ...{ value: copies.size, unit: "namespaces" as const, basis },
      definition: `Namespaces of the registry with ${rule.fewest} derived models or more of which at least ${rule.share * 100} percent are quantisations of other companies' models.`,
      variants: looser.map(({ share: from, found }) => ({ label: `from ${from * 100} percent`, value: found.size })),
    }),
    "copies-base": of("base"),
    "copies-root": of("root"),
    "pooled-root": pooledFact(population),
    ...passedFacts(population),
  };
  return Object.fromEntries(Object.entries(facts).map(([id, fact]) => [`${prefix}${id}`, fact]));
}

function through({ rows }: Population, reach: Reach, copies: ReadonlySet<string>) {
  return tally(rows, reach, ({ owner }: End) => copies.has(owner));
}

function pooledFact({ rows, publishers, basis }: Population): Fact {
  const { part, whole } = tally(rows, "root", ({ owner }) => publishers.kind(owner) === null);
  const definition = "Derived models that go back to a model of a namespace without a row in the registry, over all.";
  return share({ part, whole, unknown: 0, n: whole, basis, definition });
}

/** Where models that build on Unsloth's go back to, and what the names say of those that go no further. */
function passedFacts({ rows, basis, publishers }: Population): Facts {
  const on = rows.filter((row) => endsOf(row, "base").some(({ owner }) => owner === told.unsloth));
  const stay = tally(on, "root", ({ owner }) => owner === told.unsloth);
  if (stay.whole === 0) return {};
  const ends = tally(rows, "root", ({ owner }) => owner === told.unsloth);
  const stated = (company: string) =>
    tally(rows, "root", ({ owner, family }) => owner === told.unsloth && companyOf(family) === company).part;
  const onward = (company: string): Fact =>
    share({
      ...tally(on, "root", ({ owner }) => publishers.company(owner) === company),
      ...{ n: stay.whole, basis },
      definition: `Of the models that name one of Unsloth's as base, those that go back to a model of ${company}.`,
    });
  const family = (company: string): Fact =>
    share({
      ...{ part: stated(company), whole: ends.part, unknown: 0, n: ends.part, basis },
      definition: `Of the models that go back to Unsloth and no further, those whose root has a family of ${company} in its name.`,
    });
  return {
    "unsloth-passes": share({
      ...{ part: stay.whole - stay.part, whole: stay.whole, unknown: 0, n: stay.whole, basis },
      definition: "Of the models that name one of Unsloth's as base, those that go back to another publisher's.",
    }),
    "unsloth-to-alibaba": onward(told.alibaba),
    "unsloth-to-meta": onward(told.meta),
    "unsloth-to-google": onward(told.google),
    ...(ends.part === 0
      ? {}
      : {
          "copies-of-alibaba": family(told.alibaba),
          "copies-of-meta": family(told.meta),
          "copies-of-google": family(told.google),
          "copies-of-mistral": family(told.mistral),
        }),
  };
}
