import { count, type Fact, share, type Variant } from "#kit/facts.ts";
import { type Frequency, items } from "#kit/stats/frequency.ts";
import { weightedQuantile } from "#kit/stats/quantile.ts";
import { topShare } from "#kit/stats/top.ts";
import { byTask, type Population, type TaskRow, total, ways } from "../populations.ts";
import { lerobot } from "../tables/standings.ts";

type Facts = Readonly<Record<string, Fact>>;

/** A part and a whole over rows, in one way to count. */
type Parts = (rows: readonly TaskRow[], robotic: (row: TaskRow) => boolean) => { part: number; whole: number };

/** Models for robotics, what they weigh, how they come about and who has them, in one population. */
export function modelFacts(population: Population): Facts {
  return { ...weightFacts(population), ...datasetFacts(population), ...ownerFacts(population) };
}

/** A share in the main way to count and in all others that give one. */
function shared({ rows, basis }: Population, parts: Parts, definition: string, more: readonly Variant[] = []): Fact {
  const main = parts(rows, byTask);
  const variants = ways.flatMap(({ label, counts, robotic }): Variant[] => {
    const { part, whole } = parts(rows.filter(counts), robotic);
    return whole === 0 ? [] : [{ label, value: part / whole }];
  });
  return share({ ...main, unknown: 0, n: main.whole, definition, basis, variants: [...variants, ...more] });
}

function weightFacts(population: Population): Facts {
  const { rows, basis, who } = population;
  const own = rows.filter(byTask);
  const top = Math.max(0, ...own.map(({ top_downloads_30d: most }) => most ?? 0));
  const downloads = total(rows, "downloads_30d");
  return {
    models: count({ value: total(rows, "models"), unit: "models", definition: `All of the ${who}.`, basis }),
    "robotics-models": count({
      ...{ value: total(own, "models"), unit: "models", basis },
      definition: `Of the ${who}, those that name robotics as their task.`,
    }),
    "robotics-share": shared(
      population,
      (all, robotic) => ({ part: total(all.filter(robotic), "models"), whole: total(all, "models") }),
      `Share of the ${who} that name robotics as their task.`,
    ),
    "robotics-downloads": {
      ...shared(
        population,
        (all, robotic) => ({ part: total(all.filter(robotic), "downloads_30d"), whole: total(all, "downloads_30d") }),
        `Share of the downloads of the ${who}, in the window of 30 days, that go to models for robotics.`,
        [
          {
            label: "without the most downloaded model for robotics",
            value: (total(own, "downloads_30d") - top) / (downloads - top),
          },
        ],
      ),
      n: total(rows, "models"),
    },
    ...(own.length === 0 ? {} : unusedFacts(population)),
  };
}

function unusedFacts(population: Population): Facts {
  return {
    "robotics-unused": shared(
      population,
      (all, robotic) => ({ part: total(all.filter(robotic), "unused"), whole: total(all.filter(robotic), "models") }),
      "Share of the models for robotics without a download in the window of 30 days.",
    ),
  };
}

/** How many models name a dataset of their own publisher: those for robotics, and those for another task. */
function datasetFacts(population: Population): Facts {
  const { rows } = population;
  if (!rows.some(byTask)) return {};
  const others = (all: readonly TaskRow[], robotic: (row: TaskRow) => boolean): TaskRow[] =>
    all.filter((row) => row.task !== null && !robotic(row));
  return {
    "robotics-own": shared(
      population,
      (all, robotic) => own(all.filter(robotic)),
      "Share of the models for robotics with a tag that names a dataset of their own namespace.",
    ),
    "others-own": shared(
      population,
      (all, robotic) => own(others(all, robotic)),
      "Share of the models for another task with a tag that names a dataset of their own namespace.",
    ),
    "robotics-naming": shared(
      population,
      (all, robotic) => ({ part: total(all.filter(robotic), "naming"), whole: total(all.filter(robotic), "models") }),
      "Share of the models for robotics with a tag that names any dataset.",
    ),
    "others-naming": shared(
      population,
      (all, robotic) => ({ part: total(others(all, robotic), "naming"), whole: total(others(all, robotic), "models") }),
      "Share of the models for another task with a tag that names any dataset.",
    ),
    ...libraryFacts(population),
  };
}

const own = (those: readonly TaskRow[]) => ({ part: total(those, "naming_own"), whole: total(those, "models") });

/** The same of models for robotics alone: those of one library, and those of all others. */
function libraryFacts(population: Population): Facts {
  const groups = [
    { id: "lerobot-own", who: "of the library lerobot", is: ({ lerobot: its }: TaskRow): boolean => its },
    { id: "elsewhere-own", who: "of other libraries than lerobot", is: ({ lerobot: its }: TaskRow): boolean => !its },
  ];
  const present = groups.filter(({ is }) => population.rows.some((row) => byTask(row) && is(row)));
  return Object.fromEntries(
    present.map(({ id, who, is }) => [
      id,
      shared(
        population,
        (all, robotic) => own(all.filter((row) => robotic(row) && is(row))),
        `Share of the models for robotics ${who} with a tag that names a dataset of their own namespace.`,
      ),
    ]),
  );
}

/** Libraries and namespaces of the models for robotics. */
function ownerFacts({ libraries, namespaces, basis }: Population): Facts {
  const models = libraries.reduce((sum, row) => sum + row.models, 0);
  if (models === 0) return {};
  const frequencies: Frequency[] = namespaces.map(({ held, namespaces: n }) => ({ value: held, n }));
  const [values, weights] = [frequencies.map(({ value }) => value), frequencies.map(({ n }) => n)];
  const [most, known] = [
    Math.min(10, items(frequencies)),
    namespaces.filter(({ owner }) => owner !== "(unregistered)"),
  ];
  const of = (library: string | null): number => libraries.find((row) => row.library === library)?.models ?? 0;
  return {
    lerobot: share({
      ...{ part: of(lerobot), whole: models, unknown: of(null), n: models, basis },
      definition:
        "Share of the models for robotics whose library is lerobot; those that name none could belong to any.",
    }),
    namespaces: count({
      ...{ value: items(frequencies), unit: "namespaces", basis },
      definition: "Namespaces that have models for robotics, without regard to case.",
    }),
    "models-each": {
      ...count({
        ...{ value: weightedQuantile(values, weights, 0.5), unit: "models", basis },
        definition: "Median number of models for robotics of a namespace that has any.",
      }),
      n: items(frequencies),
    },
    "top-namespaces": count({
      value: most,
      unit: "namespaces",
      definition: "Namespaces that count as those with the most.",
      basis,
    }),
    "top-share": share({
      ...{ part: Math.round(topShare(frequencies, most) * models), whole: models, unknown: 0, n: models, basis },
      definition: "Share of the models for robotics that belong to the ten namespaces with the most of them.",
    }),
    "registered-share": share({
      ...{
        part: known.reduce((sum, row) => sum + row.held * row.namespaces, 0),
        whole: models,
        unknown: 0,
        n: models,
        basis,
      },
      definition: "Share of the models for robotics that belong to a namespace of the registry of owners.",
    }),
  };
}
