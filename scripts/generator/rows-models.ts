import type { Curated } from "./curated.ts";
import { type Bases, basesOf, type Reference } from "./parts/bases.ts";
import type { Moment } from "./parts/calendar.ts";
import { familyOf } from "./parts/families.ts";
import { labelsOf } from "./parts/labels.ts";
import { Candidates } from "./parts/relations.ts";
import { type Repo, type RepoCells, reposOf } from "./parts/repos.ts";
import { robotics, robotsOf } from "./parts/robots.ts";
import * as sample from "./parts/sample.ts";
import { type Evidence, ownSize, sizeWith } from "./parts/sizes.ts";
import { spokenOf } from "./parts/spoken.ts";
import { baseTags, tagsOf } from "./parts/tags.ts";
import { ggufOf, type Tensors, tensorsOf } from "./parts/tensors.ts";
import type { ModelFacts, Size } from "./truth/facts.ts";
import type { World } from "./world.ts";

/** A row of `models.parquet`; the columns that an era lacks are left out when it is written. */
export interface ModelCells extends RepoCells {
  readonly modelId: string;
  readonly tags: readonly string[];
  readonly safetensors: Tensors | null;
  readonly gguf: string | null;
  readonly baseModels: { readonly relation: string | null; readonly models: readonly Reference[] } | null;
  readonly pipeline_tag: string | null;
  readonly library_name: string | null;
}

/** A row and what is true of it. */
export interface Described<Cells, Facts> {
  readonly cells: Cells;
  readonly facts: Facts;
}

const { nulls, rows } = sample.sample;

/** Models for robotics beside the sample's rows, which have none. */
const robots = 90;

/** Describes models by number, at a moment, given their trending scores. */
export function modelRows(world: World, curated: Curated, papers: number, seed: number) {
  const { models, owners, modelIds: ids, relation, modelName } = world;
  const word = (origin: number) => modelName(origin).word;
  const bases = basesOf(models, ids, owners, new Candidates(models, owners, seed), relation, word, seed);
  const task = labelsOf("task", seed, [...sample.tasks, [robotics, robots]], nulls.pipeline_tag / rows);
  const library = labelsOf("library", seed, sample.libraries, nulls.library_name / rows);
  const [evidence, tags, robot] = [evidenceOf(world, seed), tagsOf("model", seed), robotsOf(seed)];
  const spoken = spokenOf("model", (i) => modelName(ids.origin(i)).domains, papers, seed);

  return (moment: Moment, trending: (i: number) => number) => {
    const repo = reposOf(models, ids, trending, seed);
    return (i: number): Described<ModelCells, ModelFacts> => {
      const common = repo(i, moment);
      const [known, from] = [evidence(i, moment), moment.era.bases ? bases(i, common.id) : null];
      const [label, said] = [task(i), spoken(i)];
      const made = robot(i, label, library(i), namespaceOf(common.id.id));
      const related = from
        ? baseTags(
            known.relation,
            from.references.map(({ id }) => id),
          )
        : [];
      const needed = {
        first: [made.library.raw, ...formatsOf(known, i), made.task, ...made.tags, ...said.tags],
        last: [...related, ...common.licence.tags],
      };
      const cells: ModelCells = {
        ...common.cells,
        ...filesOf(known, from),
        modelId: common.id.id,
        tags: tags(i, needed),
        pipeline_tag: label.raw,
        library_name: made.library.raw,
      };
      const facts = {
        ...{ renamed: ids.changed(i), curated: curated.has(i), task: label.label, library: made.library.label },
        ...{ tags: cells.tags, domains: said.domains, namesOwn: made.namesOwn },
      };
      return { cells, facts: factsOf(common, known, from, facts, (base) => ownSize(evidence(base, moment))) };
    };
  };
}

function namespaceOf(id: string): string | null {
  const slash = id.indexOf("/");
  return slash < 0 ? null : id.slice(0, slash);
}

function evidenceOf({ modelIds, modelName, relation }: World, seed: number): (i: number, moment: Moment) => Evidence {
  const name = (i: number) => modelName(modelIds.origin(i));
  const [gguf, tensors] = [
    ggufOf(seed),
    tensorsOf(seed, (i) => relation(i) === "quantized" || name(i).quantised, name),
  ];
  return (i, { era }) => ({
    gguf: era.bases ? gguf(i) : null,
    tensors: tensors(i),
    name: name(i),
    relation: era.bases && !modelIds.isBare(i) ? relation(i) : null,
  });
}

/** Formats of its files that a model says in tags. */
function formatsOf({ gguf, tensors, name }: Evidence, i: number): string[] {
  const packed = gguf !== null || (name.quantised && i % 3 === 0);
  return [...(tensors === null ? [] : ["safetensors"]), ...(packed ? ["gguf"] : [])];
}

function filesOf(
  { gguf, tensors, relation }: Evidence,
  bases: Bases | null,
): Pick<ModelCells, "safetensors" | "gguf" | "baseModels"> {
  return {
    safetensors: tensors,
    gguf: gguf?.text ?? null,
    baseModels: bases && { relation, models: bases.references },
  };
}

function factsOf(
  { facts }: Repo,
  known: Evidence,
  from: Bases | null,
  more: Pick<ModelFacts, "renamed" | "curated" | "task" | "library" | "tags" | "domains" | "namesOwn">,
  own: (base: number) => Size,
): ModelFacts {
  const bases = from?.distinct ?? [];
  const [only = null] = bases.length === 1 ? bases.map(({ index }) => index) : [];
  const parent = only === null ? null : own(only).parameters;
  const { mixture, active, word } = known.name;
  return {
    ...{ ...facts, ...more, kind: "model", relation: known.relation, bases, ownBase: from?.own === true },
    ...{ size: sizeWith(known, parent), ownSize: ownSize(known) },
    ...{ mixture, active, family: familyOf(word, facts.owner.registered) },
  };
}
