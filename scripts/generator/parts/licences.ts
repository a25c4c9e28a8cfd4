import { pick, stream, type Unit, weighted } from "./draw.ts";
import * as sample from "./sample.ts";
import { malformed } from "./words.ts";

/** How a repository states its licence, and what that means. */
export interface Licence {
  readonly tags: readonly string[];
  /** JSON of the card's licence; undefined if it has no such key. */
  readonly inCard: string | undefined;
  /** Whether the card breaks off, so that it is no JSON. */
  readonly broken: boolean;
  /** Licence, lower case. */
  readonly value: string | null;
  readonly from: "tag" | "card" | null;
  /** The name that the card gives to a licence of its own, if it gives any. */
  readonly named: OwnName | null;
}

/** A name that a card gives to its licence: as JSON, and what it means. */
export interface OwnName {
  readonly inCard: string;
  readonly value: string | null;
}

const bad = "(malformed)";
const silent = { tags: [], broken: false, value: null, from: null, named: null } as const;

const ownNames = ["qwen-research", "Llama-4", " nvidia-open-model-license ", "modified-mit", "house-rules", "ISC"];

/** Forms of a licence in a card alone, with their meaning; `%` is a licence. */
const forms: readonly (readonly [string, string])[] = [
  ['"%"', "%"],
  ['"%"', "%"],
  ['" %  "', "%"],
  ['["%"]', "%"],
  ['["%","apache-2.0"]', "apache-2.0+%"],
  ['["%","%","afl-3.0"]', "afl-3.0+%"],
  ["5", bad],
  ["true", bad],
  ['{"name":"%"}', bad],
  ['["%",7]', `${bad}+%`],
  ['["mit","<script>"]', `${bad}+mit`],
  [JSON.stringify(malformed[4]), bad],
  [JSON.stringify(malformed[8]), bad],
];

/** Cards that state nothing. */
const nothings = ['""', "[]", "null"];

/** One card in so many breaks off; a rule of the pipeline refuses more than one in a thousand. */
const brokenEvery = 2000;

/** Licences of a kind of repository by number: most by tag, some in a card alone, some nowhere. */
export function licencesOf(kind: string, seed: number): (i: number) => Licence {
  const unit = (name: string) => stream(seed, `${kind} licence ${name}`);
  const [where, which, odd] = [unit("where"), unit("which"), unit("odd")];
  const share = sample.sample.licensedByTag / sample.sample.rows;
  const known = weighted(sample.licences);
  const name = unit("name");
  const stated = (i: number): Licence => {
    if (i % brokenEvery === 1234) return broken(known(which(i)), odd(i));
    if (where(i) < share) return byTag(known(which(i)), odd(i), which(i));
    return where(i) < share + 0.02 ? byCard(which, odd, i) : unstated(odd(i), which(i));
  };
  return (i) => {
    const licence = stated(i);
    return licence.value === "other" && !licence.broken ? { ...licence, named: ownName(name(i), i) } : licence;
  };
}

/** Names of licences of one's own: known ones, some that few give, some that name nothing, and none. */
function ownName(unit: number, i: number): OwnName | null {
  if (unit < 0.25) return null;
  if (unit < 0.3) return { inCard: '"Other"', value: null };
  if (unit < 0.32) return { inCard: "null", value: null };
  if (unit < 0.34) return { inCard: JSON.stringify(malformed[0]), value: bad };
  const text = unit < 0.45 ? `own-terms-${i % 997}` : pick(ownNames, (unit * 100) % 1);
  return { inCard: JSON.stringify(text), value: text.trim().toLowerCase() };
}

function broken(licence: string, odd: number): Licence {
  const card = { inCard: `"${licence}"`, broken: true, named: null };
  return odd < 0.5 ? { ...silent, ...card } : { ...card, tags: [`license:${licence}`], value: licence, from: "tag" };
}

function byTag(licence: string, odd: number, which: number): Licence {
  const tags = [`license:${licence}`];
  const plain = { tags, inCard: `"${licence}"`, broken: false, value: licence, from: "tag", named: null } as const;
  if (odd < 0.02) return { ...plain, tags: [`license: ${licence.toUpperCase()} `] };
  if (odd < 0.03) return { ...plain, tags: [...tags, "license:unlicense"], inCard: `["${licence}","unlicense"]` };
  if (odd < 0.05) return { ...plain, inCard: '"bsd-3-clause"' };
  if (odd < 0.06) return { ...plain, inCard: undefined };
  return odd > 0.993 ? { ...plain, tags: [`license:${pick(malformed, which)}`], value: bad } : plain;
}

function byCard(which: Unit, odd: Unit, i: number): Licence {
  const [form, meaning] = pick(forms, odd(i));
  const licence = pick(["mit", "openrail", "bsd-2-clause", "cc0-1.0"], which(i));
  const inCard = form.replaceAll("%", form.includes(" %") ? licence.toUpperCase() : licence);
  return { tags: [], inCard, broken: false, value: meaning.replaceAll("%", licence), from: "card", named: null };
}

function unstated(odd: number, which: number): Licence {
  if (odd < 0.03) return { ...silent, inCard: pick(nothings, which) };
  return { ...silent, inCard: undefined };
}
