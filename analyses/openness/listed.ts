import { joint } from "#kit/coverage.ts";
import type { Input } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { brief, say } from "#kit/text.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import { familyFacts } from "./facts/families.ts";
import { gateFacts, toldGates } from "./facts/gates.ts";
import { groupFacts, withoutHeaviest } from "./facts/groups.ts";
import { propertyFacts } from "./facts/properties.ts";
import { releaseFacts } from "./facts/releases.ts";
import { familyFrame, gateFrame, groupFrame } from "./frames.ts";
import { groupings } from "./groups.ts";
import { headlines } from "./headlines.ts";
import { type Population, populationOf } from "./populations.ts";
import { many, sizeEnds } from "./tables/standings.ts";
import type * as tables from "./tables.ts";
import { totalOf } from "./tally.ts";
import { whose } from "./wording.ts";

type Facts = Record<string, Fact>;
type Evidence = Input<typeof tables>["evidence"];

/** What lists of models, or the Hub, tell of licences, gates and formats; null where an edition has neither list. */
export function listed(evidence: Evidence, reference: Reference) {
  const { licensedModels, recentModels, modelProperties, recentProperties, largeReleases } = evidence;
  if (licensedModels === null || recentModels === null) return null;
  if (modelProperties === null || recentProperties === null || largeReleases === null) return null;
  const main = populationOf(licensedModels, reference, "");
  const recent = populationOf(recentModels, reference, "recent-");
  const facts: Facts = {
    ...populationFacts(main, recent, reference),
    ...propertyFacts("", main.who, modelProperties.rows, modelProperties.basis),
    ...propertyFacts("recent-", recent.who, recentProperties.rows, recentProperties.basis),
    ...releaseFacts(largeReleases.rows, reference, largeReleases.basis),
    ...sizes(main, recent),
  };
  const get = (id: string): Fact => facts[id] as Fact;
  const { short, who } = whose(main.basis);
  const groups = groupings(reference);
  return {
    title: say`Permissive licences cover ${brief(get("permissive-models"))} of ${short} models and ${brief(get("permissive-downloads"))} of their downloads`,
    standfirst: say`Of ${who}, ${get("none-models")} declare no licence at all, but of the much downloaded ones only ${get("undeclared-reach")}. How far apart open and closed models are in quality is quoted from others: no evidence at hand measures it.`,
    facts,
    frames: {
      licenceFamilies: familyFrame([main, recent], facts),
      permissiveByGroup: groupFrame(main, groups, facts),
      gates: gateFrame([main, recent], groups, facts),
    },
    headlines: headlines(facts, main.basis),
    basis: main.basis,
  };
}

function populationFacts(main: Population, recent: Population, reference: Reference): Facts {
  const groups = groupings(reference);
  const populations = [main, recent];
  const by = (name: string) => groups.filter((group) => group.by === name);
  return {
    ...Object.assign({}, ...populations.map(familyFacts)),
    ...groupFacts(main, groups),
    ...Object.assign({}, ...by("Publisher in").map((one) => withoutHeaviest(main, one, "us"))),
    ...groupFacts(recent, by("Size")),
    ...Object.assign({}, ...populations.map((one) => gateFacts(one, groups))),
    ...toldGates(populations).facts,
  };
}

function sizes(main: Population, recent: Population): Facts {
  return {
    "models-together": count({
      value: totalOf(main.rows, "models") + totalOf(recent.rows, "models"),
      unit: "models",
      definition: `Models of both populations, some of which are in both: ${main.who}; ${recent.who}.`,
      basis: joint(main.basis, recent.basis),
    }),
    "large-size": count({
      value: sizeEnds[1],
      unit: "parameters",
      definition: "Parameters above which a model counts as large here.",
      basis: main.basis,
    }),
    many: count({
      value: many,
      unit: "downloads",
      definition: "Downloads in 30 days from which on a repository counts as much downloaded here.",
      basis: main.basis,
    }),
  };
}
