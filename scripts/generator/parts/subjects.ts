import { pick, stream } from "./draw.ts";

/** Words of a tag or of a name, and the domains of science that they say; some only look as if they said one. */
export interface Subject {
  readonly text: string;
  readonly domains: readonly string[];
}

const saying = (domains: string, ...texts: string[]): Subject[] =>
  texts.map((text) => ({ text, domains: domains === "" ? [] : domains.split("+") }));

/** Words that say one domain or several. */
export const subjects: readonly Subject[] = [
  ...saying("biology", "biology", "Protein", "bioinformatics"),
  ...saying("biology+biotechnology", "protein-engineering"),
  ...saying("biotechnology+genomics", "crispr"),
  ...saying("biotechnology+medicine", "drug-discovery"),
  ...saying("genomics", "genomics", "DNA"),
  ...saying("medicine", "medical", "Medicine", "biomedical", "radiology", "chest-x-ray"),
  ...saying("chemistry", "chemistry", "molecules"),
  ...saying("materials-science", "materials-science"),
  ...saying("mathematics", "math", "Mathematics", "math"),
  ...saying("physics", "physics"),
  ...saying("astronomy", "astronomy"),
  ...saying("climate", "climate"),
  ...saying("earth-science", "remote_sensing", "earth-science"),
  ...saying("ecology", "ecology"),
  ...saying("conservation", "wildlife"),
  ...saying("energy", "solar-energy"),
  ...saying("engineering", "engineering"),
  ...saying("benchmark", "benchmark"),
  ...saying("scientific-reasoning", "science", "ai-for-science"),
];

/** Words that say none, though a part of them would. */
export const traps: readonly Subject[] = saying(
  "",
  ...["data-science", "computer-science", "link-in-bio", "biography", "symbiotic", "climate-control", "bigscience"],
  ...["physics-engine", "software-engineering", "free-energy", "visual-genome", "latency-benchmark", "paramedics"],
);

const [said, trapped, second] = [0.04, 0.06, 0.01];

/** Tags of repositories by number that speak of science, or only seem to: mostly none. */
export function subjectsOf(kind: string, seed: number): (i: number) => readonly Subject[] {
  const unit = (name: string) => stream(seed, `${kind} subject ${name}`);
  const [there, which, other] = [unit("there"), unit("which"), unit("other")];
  return (i) => {
    if (there(i) >= trapped) return [];
    if (there(i) >= said) return [pick(traps, which(i))];
    const own = pick(subjects, which(i));
    return there(i) < second ? [own, pick([...subjects, ...traps], other(i))] : [own];
  };
}

/** The word of a name that speaks of science, or only seems to; null for most names. */
export function namedSubject(kind: string, seed: number): (i: number) => Subject | null {
  const [there, which] = [stream(seed, `${kind} named`), stream(seed, `${kind} named which`)];
  return (i) => (there(i) < 0.015 ? pick(subjects, which(i)) : there(i) < 0.02 ? pick(traps, which(i)) : null);
}

/** Every domain of some subjects, each once, sorted. */
export function domainsOf(all: readonly (Subject | null)[]): readonly string[] {
  const found = all.flatMap((one) => one?.domains ?? []);
  return found.length < 2 ? found : [...new Set(found)].sort();
}
