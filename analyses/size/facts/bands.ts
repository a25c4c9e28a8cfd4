import { type Fact, share, sum, type Variant } from "#kit/facts.ts";
import { shareBounds } from "#kit/stats/shares.ts";
import { type Band, bands, giant, giantEnd, inBand, others, summed } from "../bands.ts";
import { counting, type Population, type SizeRow, sized, type Weight, weightOf } from "../populations.ts";
import { declared, scenariosOf } from "../scenarios.ts";
import { bandEnds } from "../tables/standings.ts";

type Facts = Readonly<Record<string, Fact>>;

/** Shares of every class of sizes by every weight. */
export function bandFacts(population: Population): Facts {
  const { prefix, weights } = population;
  const all = [...bands, ...others].flatMap((band) =>
    weights.map((weight) => [`${prefix}${band.id}-${weight}`, bandFact(population, band, weight)] as const),
  );
  return {
    ...Object.fromEntries(all),
    ...declaredFacts(population),
    ...sumFacts(population),
    "small-end": endFact(population, bandEnds[0], "Parameters under which a model counts as small here."),
    "large-end": endFact(population, bandEnds[2], "Parameters above which a model counts as large here."),
    "giant-end": endFact(population, giantEnd, "Parameters above which a model counts as a giant here."),
  };
}

function endFact({ rows, basis }: Population, value: number, definition: string): Fact {
  return sum({ value, unit: "parameters", n: weightOf(sized(rows), "models"), definition, basis });
}

/** Weight in a class, of known size, and in all. */
export function bandPart(rows: readonly SizeRow[], band: Band, weight: Weight) {
  const part = weightOf(
    rows.filter((row) => inBand(row, band) === true),
    weight,
  );
  return { part, known: weightOf(sized(rows), weight), whole: weightOf(rows, weight) };
}

/** Among known sizes, with bounds over all: a missing size may be of the class or not. */
function bandFact(population: Population, band: Band, weight: Weight): Fact {
  const { rows, basis } = population;
  const { part, known, whole } = bandPart(rows, band, weight);
  const fact = share({
    ...{ part, whole: known, unknown: 0, n: weightOf(sized(rows), "models"), basis },
    definition: `Part of ${counting(population, weight)}, where sizes are known, that goes to models ${band.who}; the bounds are over all, with missing sizes of the class or not.`,
    variants: scenariosOf(population, weight).map(({ label, rows: own }) => variant(label, own, band, weight)),
  });
  return { ...fact, bounds: shareBounds(part, whole, whole - known) };
}

function variant(label: string, rows: readonly SizeRow[], band: Band, weight: Weight): Variant {
  const { part, known, whole } = bandPart(rows, band, weight);
  const bounds = shareBounds(part, whole, whole - known);
  return { label, value: part / known, ...(bounds === null ? {} : { bounds }) };
}

/** The two shares of the Summer report, among sizes that the files themselves state. */
function declaredFacts(population: Population): Facts {
  const { prefix, basis, weights, who } = population;
  const rows = declared(population.rows);
  if (!weights.includes("lifetime")) return {};
  const told = [...bands.slice(0, 1), giant];
  return Object.fromEntries(
    told.map((band) => {
      const { part, known } = bandPart(rows, band, "lifetime");
      const definition = `Part of downloads since creation of ${who} that goes to models ${band.who}, where the files themselves state a size.`;
      const fact = share({ part, whole: known, unknown: 0, n: weightOf(sized(rows), "models"), definition, basis });
      return [`${prefix}declared-${band.id}-lifetime`, fact];
    }),
  );
}

/** Downloads of the class whose sum a published figure gives. */
function sumFacts({ prefix, rows, basis, weights, who }: Population): Facts {
  const counted = weights.filter((weight) => weight !== "models");
  return Object.fromEntries(
    counted.map((weight) => {
      const own = rows.filter((row) => inBand(row, summed) === true);
      const window = weight === "downloads" ? "in the 30 days before the snapshot" : "since creation";
      const definition = `Downloads ${window} of models known to be ${summed.who}: ${who}; missing sizes could only add to it.`;
      const value = weightOf(own, weight);
      return [
        `${prefix}${summed.id}-${weight}-sum`,
        sum({ value, unit: "downloads", n: weightOf(own, "models"), definition, basis }),
      ];
    }),
  );
}
