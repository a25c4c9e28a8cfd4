import type { Moment } from "./parts/calendar.ts";
import { pick, stream } from "./parts/draw.ts";
import { type RepoCells, reposOf } from "./parts/repos.ts";
import { spokenOf } from "./parts/spoken.ts";
import { tagsOf } from "./parts/tags.ts";
import { malformed } from "./parts/words.ts";
import type { Described } from "./rows-models.ts";
import type { DatasetFacts } from "./truth/facts.ts";
import type { World } from "./world.ts";

/** A row of `datasets.parquet`. */
export interface DatasetCells extends RepoCells {
  readonly tags: readonly string[];
  readonly disabled: boolean;
  readonly private: boolean;
  readonly mainSize: number | null;
  readonly description: string | null;
  readonly paperswithcode_id: string | null;
  readonly citation: string | null;
}

const categories =
  "text-generation question-answering text-classification translation summarization image-classification robotics fill-mask".split(
    " ",
  );

/** Describes datasets by number, at a moment, given their trending scores. */
export function datasetRows({ datasets, datasetIds: ids, datasetName }: World, papers: number, seed: number) {
  const [tags, tasks] = [tagsOf("dataset", seed), tasksOf(seed)];
  const spoken = spokenOf("dataset", (i) => datasetName(ids.origin(i)).domains, papers, seed);
  const size = stream(seed, "dataset bytes");
  return (moment: Moment, trending: (i: number) => number) => {
    const repo = reposOf(datasets, ids, trending, seed);
    return (i: number): Described<DatasetCells, DatasetFacts> => {
      const { cells, facts, licence } = repo(i, moment);
      const [{ raw, labels }, said] = [tasks(i), spoken(i)];
      const needed = { first: [...raw.map((task) => `task_categories:${task}`), ...said.tags], last: licence.tags };
      const all = tags(i, needed);
      return {
        cells: { ...cells, ...about(i, size(i)), tags: all },
        facts: { ...facts, kind: "dataset", tasks: labels, tags: all, domains: said.domains },
      };
    };
  };
}

/** Tasks of datasets by number: none, one, several, now and then repeated or malformed. */
function tasksOf(seed: number): (i: number) => { raw: string[]; labels: string[] } {
  const [count, which, odd] = [
    stream(seed, "dataset tasks"),
    stream(seed, "dataset task"),
    stream(seed, "dataset odd task"),
  ];
  return (i) => {
    const number = Math.floor(4 * count(i) ** 2);
    const first = Math.floor(which(i) * categories.length);
    const labels = Array.from({ length: number }, (_, k) => categories[(first + k) % categories.length] ?? "");
    if (odd(i) < 0.005) return { raw: [...labels, pick(malformed, which(i))], labels: [...labels, "(malformed)"] };
    return { raw: odd(i) < 0.02 ? [...labels, ...labels] : labels, labels };
  };
}

function about(i: number, size: number): Omit<DatasetCells, keyof RepoCells | "tags"> {
  return {
    disabled: false,
    private: false,
    mainSize: size < 0.1 ? null : Math.floor(1e12 ** size),
    description: size < 0.2 ? null : `A generated dataset, number ${i}.`,
    paperswithcode_id: null,
    citation: size > 0.95 ? `@misc{generated${i}}` : null,
  };
}
