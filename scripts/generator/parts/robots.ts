import { stream } from "./draw.ts";
import type { Label } from "./labels.ts";

/** What says that a model is for robotics, beside its task. */
export const robotics = "robotics";

/** The library of most models for robotics. */
const lerobot = "lerobot";

/** Tags that tell of robotics and of data sets of the model's own publisher. */
export interface Robotic {
  readonly library: Label;
  /** The task as a tag; null for a few that lack it. */
  readonly task: string | null;
  readonly tags: readonly string[];
  /** Whether a tag names a dataset of the model's own namespace. */
  readonly namesOwn: boolean;
}

/** What models say of robotics, by number; `namespace` is that of the id, null for an id without one. */
export function robotsOf(seed: number) {
  const unit = (name: string) => stream(seed, `robot ${name}`);
  const [library, tag, own, form] = [unit("library"), unit("tag"), unit("own"), unit("form")];
  return (i: number, task: Label, usual: Label, namespace: string | null): Robotic => {
    const is = task.raw === robotics;
    const made = is && library(i) < 0.6 ? { raw: lerobot, label: lerobot } : library(i) > 0.9995 ? lerobotOf() : usual;
    const namesOwn = namespace !== null && own(i) < (made.raw === lerobot ? 0.6 : is ? 0.2 : 0.012);
    const named = namespace === null ? [] : datasetTags(i, namespace, namesOwn, form(i));
    const extra = !is && tag(i) < 0.004 ? [robotics] : [];
    return { library: made, task: is && tag(i) < 0.06 ? null : task.raw, tags: [...extra, ...named], namesOwn };
  };
}

function lerobotOf(): Label {
  return { raw: lerobot, label: lerobot };
}

/** Tags that name a dataset: one's own, whatever the case, or now and then the namespace alone, which names none of its datasets. */
function datasetTags(i: number, namespace: string, own: boolean, form: number): string[] {
  if (!own) return form < 0.01 ? [`dataset:${namespace}`] : [];
  const spelt = form < 0.2 ? namespace.toUpperCase() : form < 0.4 ? namespace.toLowerCase() : namespace;
  const other = form > 0.9 ? [`dataset:${namespace}/record-${i}-b`] : [];
  return [`dataset:${spelt}/record-${i}`, ...other];
}
