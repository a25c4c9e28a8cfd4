import { prose } from "#kit/format.ts";
import type { SizeRow } from "./populations.ts";
import { bandEnds } from "./tables/standings.ts";

/** A class of sizes. */
export interface Band {
  /** Begins the ids of its facts. */
  readonly id: string;
  /** As labels have it. */
  readonly label: string;
  /** "under 1 billion parameters", as a sentence has it. */
  readonly who: string;
  readonly holds: (parameters: number) => boolean;
}

const [small, middle, large] = bandEnds;
const [one, ten, seventy] = bandEnds.map((end) => prose(end, "parameters"));

/** Classes that share out all sizes, smallest first. */
export const bands: readonly Band[] = [
  { id: "under-1b", label: "Under 1B", who: `under ${one} parameters`, holds: (size) => size < small },
  {
    id: "1b-to-10b",
    label: "1B to 10B",
    who: `of ${one} to below ${ten} parameters`,
    holds: (size) => size >= small && size < middle,
  },
  {
    id: "10b-to-70b",
    label: "10B to 70B",
    who: `of ${ten} to ${seventy} parameters`,
    holds: (size) => size >= middle && size <= large,
  },
  { id: "above-70b", label: "Above 70B", who: `above ${seventy} parameters`, holds: (size) => size > large },
];

/** Parameters above which a model counts as a giant here. */
export const giantEnd = 100e9;

/** Models so large that few of them carry a mean. */
export const giant: Band = {
  ...{ id: "above-100b", label: "Above 100B", who: `above ${prose(giantEnd, "parameters")} parameters` },
  holds: (size) => size > giantEnd,
};

/** Parameters at which the class of a published sum of downloads ends. */
const summedEnd = 9e9;

/** A class whose downloads a published figure adds up. */
export const summed: Band = {
  ...{ id: "1b-to-9b", label: "1B to 9B", who: `of ${one} to ${prose(summedEnd, "parameters")} parameters` },
  holds: (size) => size >= small && size <= summedEnd,
};

/** Classes that published figures are about and that overlap with the others. */
export const others: readonly Band[] = [summed, giant];

/** Whether a row is of a class; null where its size is unknown. */
export function inBand({ parameters }: SizeRow, band: Band): boolean | null {
  return parameters === null ? null : band.holds(parameters);
}
