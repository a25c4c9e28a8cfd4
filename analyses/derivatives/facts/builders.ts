import { type Fact, share, sum } from "#kit/facts.ts";
import { type BuilderRow, buildersOf } from "../builders.ts";
import type { Population } from "../population.ts";
import { type Facts, reaches, told } from "./companies.ts";

/** How many namespaces publish derived models, and which share of them builds on each company. */
export function builderFacts({ basis, publishers }: Population, rows: readonly BuilderRow[]): Facts {
  const { whole } = buildersOf(rows, "base", [], publishers);
  const each = Object.entries(told).flatMap(([id, company]) =>
    reaches.map((reach): [string, Fact] => {
      const { part, whole: of } = buildersOf(rows, reach, [company], publishers);
      const how = reach === "base" ? "name a model of" : "have a derived model that goes back to";
      const definition = `Namespaces that ${how} ${company}, each once however many models they publish, over all that publish derived models.`;
      return [`${id}-builders-${reach}`, share({ part, whole: of, unknown: 0, n: of, definition, basis })];
    }),
  );
  const definition = "Namespaces that publish a derived model, without regard to case.";
  return {
    builders: sum({ value: whole, unit: "namespaces", n: whole, definition, basis }),
    ...Object.fromEntries(each),
  };
}
