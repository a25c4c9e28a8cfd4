import { atQuantile, stream } from "./draw.ts";
import * as sample from "./sample.ts";
import { architectures, plainTags } from "./words.ts";

/** Tags that a row must have, in two groups: those that come first and those that come last. */
export interface Needed {
  readonly first: readonly (string | null)[];
  readonly last: readonly string[];
}

/** Tags of a row: what it needs, and meaningless ones until there are as many as the sample's rows have. */
export function tagsOf(kind: string, seed: number): (i: number, needed: Needed) => string[] {
  const [count, start] = [stream(seed, `${kind} tags`), stream(seed, `${kind} tag`)];
  return (i, { first, last }) => {
    const wanted = atQuantile(sample.tags, count(i));
    const tags = first.filter((tag) => tag !== null);
    if (tags.length + last.length + 2 < wanted) tags.push(architectures[i % architectures.length] ?? "");
    const from = Math.floor(start(i) * plainTags.length);
    for (let k = 0; tags.length + last.length + 1 < wanted; k++) tags.push(plain(from + k * 7));
    return [...tags, ...last, "region:us"];
  };
}

/** Tags that speak of a model's bases. */
export function baseTags(relation: string | null, ids: readonly (string | null)[]): string[] {
  const named = ids.filter((id) => id !== null);
  return [...named.map((id) => `base_model:${id}`), ...named.map((id) => `base_model:${relation}:${id}`)];
}

function plain(at: number): string {
  const tag = plainTags[at % plainTags.length] ?? "";
  const round = Math.floor(at / plainTags.length);
  return round < 8 ? tag : `${tag}-${round}`;
}
