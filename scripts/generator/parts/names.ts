import { bisectLeft } from "d3";
import { atQuantile, pick, stream, type Unit, weighted } from "./draw.ts";
import { type FamilyWord, familyWord } from "./families.ts";
import * as sample from "./sample.ts";
import { namedSubject } from "./subjects.ts";
import { families, variants } from "./words.ts";

/** The name of a model as it began, and what its words say. */
export interface ModelName {
  readonly text: string;
  /** Parameters that it states in a form that counts, or null. */
  readonly states: number | null;
  /** Whether it holds a word for a quantisation. */
  readonly quantised: boolean;
  /** Domains of science that they say. */
  readonly domains: readonly string[];
  /** Whether it says that the model is a mixture of experts, and the parameters of it that work at a time. */
  readonly mixture: boolean;
  readonly active: number | null;
  /** The word of a family that it begins with, if any. */
  readonly word: FamilyWord | null;
}

/** The name of a dataset as it began, and what its words say. */
export type DatasetName = Pick<ModelName, "text" | "domains">;

/** A size as names have it; of a mixture of experts also the active part, or null where the name does not say. */
type Stated = readonly [text: string, parameters: number | null, active?: number | null];

const plain: readonly Stated[] = [
  ...[0.5, 5, 22, 50, 82, 135, 350, 500, 770].map((n): Stated => [`${n}M`, n * 1e6]),
  ...[1, 1.3, 1.5, 2, 3, 4, 7, 8, 9, 12, 14, 24, 27, 32, 70, 104, 176, 235, 405, 671].map(
    (n): Stated => [`${n}B`, n * 1e9],
  ),
  ["1T", 1e12],
];
const experts: readonly Stated[] = [
  ["8x7B", 56e9, null],
  ["8X22B", 176e9, null],
  ["2x8b", 16e9, null],
  ["30B-A3B", 30e9, 3e9],
  ["235B-A22B", 235e9, 22e9],
  ["8x350M", 2.8e9, null],
  ["1.1b", 1.1e9],
  ["0.1M", 1e5],
  ["10T", 1e13],
];
const silent: readonly Stated[] = [
  ["128k", null],
  ["15T-tokens-7B", null],
  ["0.01M", null],
  ["1.7.5B", null],
  ["v7b", null],
  ["7Bx", null],
  ["x.7B", null],
  ["2024", null],
];
const quantisations =
  "GPTQ AWQ AutoRound int4 INT8 4bit 8bit 4-bit 8-bit bnb nf4 W4A16 w8a8 exl2 exl3 mlx FP4 NVFP4 mxfp4 HQQ AQLM quip".split(
    " ",
  );
const traps = "mlxtend int4x gptqmodel fp8 Q4 xbnb bitnet 2bit".split(" ");

/** Names of models by number; `relation` is what a model is to its bases, `owner` who in the registry publishes it, if any. */
export function modelNames(
  seed: number,
  relation: (i: number) => string | null,
  owner: (i: number) => string,
): (i: number) => ModelName {
  const unit = (name: string) => stream(seed, `model name ${name}`);
  const [family, variant, stated, style, joint] = [
    unit("family"),
    unit("variant"),
    unit("stated"),
    unit("style"),
    unit("joint"),
  ];
  const [odd, quantised, branded, brand] = [unit("odd"), unit("quantised"), unit("branded"), unit("brand")];
  const [size, subject] = [trueSize(seed), namedSubject("model", seed)];
  return (i) => {
    const about = subject(i);
    const [text, states, active] = statedBy(stated(i), style(i), odd(i), size(i));
    const packed = quantisation(quantised(i), joint(i), relation(i) === "quantized");
    const word = familyWord(owner(i), branded(i), brand(i));
    const dash = joint(i) < 0.2 ? "_" : "-";
    const first = word?.text ?? pick(families, family(i));
    const words = [first, text, about?.text ?? pick(variants, variant(i))].filter((part) => part !== "");
    const tail = packed.text === "" ? "" : `${joint(i) < 0.1 ? "." : "-"}${packed.text}`;
    const mixture = active !== undefined || word?.mixture === true;
    const says = {
      states,
      quantised: packed.counts,
      domains: about?.domains ?? [],
      mixture,
      active: active ?? null,
      word,
    };
    return { text: `${words.join(dash)}${tail}-r${i}`, ...says };
  };
}

/** Parameters that models have, as the sample has them. */
export function trueSize(seed: number): Unit {
  const unit = stream(seed, "model parameters");
  return (i) => atQuantile(sample.parameters, unit(i));
}

/** Names of datasets by number. */
export function datasetNames(seed: number): (i: number) => DatasetName {
  const [family, subject] = [stream(seed, "dataset family"), namedSubject("dataset", seed)];
  const kind = weighted([
    ["corpus", 3],
    ["Instructions", 2],
    ["eval", 1],
    ["images", 1],
  ]);
  return (i) => {
    const about = subject(i);
    const words = [pick(families, family(i)), ...(about ? [about.text] : []), kind(family(i))];
    return { text: `${words.join("-")}-s${i}`, domains: about?.domains ?? [] };
  };
}

function statedBy(stated: number, style: number, odd: number, size: number): Stated {
  const share = sample.sample.sizedByName / sample.sample.rows;
  if (stated > share) return stated > share + 0.01 ? ["", null] : pick(silent, odd);
  return style < 0.05 ? pick(experts, odd) : nearest(size);
}

const steps = plain.map(([, parameters]) => parameters ?? 0);

function nearest(size: number): Stated {
  const i = bisectLeft(steps, size);
  const [below, above] = [plain[i - 1], plain[i]];
  if (!below || !above) return above ?? below ?? ["", null];
  return size / (below[1] ?? 1) < (above[1] ?? 1) / size ? below : above;
}

function quantisation(unit: number, which: number, related: boolean): { text: string; counts: boolean } {
  if (unit < (related ? 0.7 : 0.012)) return { text: pick(quantisations, which), counts: true };
  return { text: unit > 0.99 ? pick(traps, which) : "", counts: false };
}
