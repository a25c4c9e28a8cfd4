import { pick, stream, weighted } from "./draw.ts";
import { malformed, odd } from "./words.ts";

/** A label as the Hub stores it and as tables show it. */
export interface Label {
  readonly raw: string | null;
  readonly label: string | null;
}

/** Labels by number: null as often as in the sample, malformed now and then. */
export function labelsOf(
  name: string,
  seed: number,
  known: readonly (readonly [string, number])[],
  nulls: number,
): (i: number) => Label {
  const [there, rare, which] = [stream(seed, name), stream(seed, `${name} rare`), stream(seed, `${name} which`)];
  const usual = weighted(known);
  return (i) => {
    if (there(i) < nulls) return { raw: null, label: null };
    if (rare(i) < 0.004) return { raw: pick(malformed, which(i)), label: "(malformed)" };
    const raw = rare(i) < 0.006 ? pick(odd, which(i)) : usual(which(i));
    return { raw, label: raw };
  };
}
