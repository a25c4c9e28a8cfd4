import { expect, test } from "vitest";
import { scienceOwners } from "#analyses/science/tables.ts";
import { domainsOf, flagsOf } from "#test/oracles/science.ts";
import { evidenceOver, reference } from "#test/support/science.ts";

/** A text, where it stands, and the domains that it falls into; each is a trap or the thing that the trap imitates. */
const cases: readonly [place: "tag" | "name", text: string, domains: string][] = [
  ["tag", "biology", "biology"],
  ["tag", "Biology", "biology"],
  ["tag", "computational-biology", "biology"],
  ["tag", "biography", "(none)"],
  ["tag", "biometrics", "(none)"],
  ["tag", "symbiotic", "(none)"],
  ["tag", "bio", "(none)"],
  ["name", "bio-research-7b", "biology"],
  ["name", "bio-tagging-bert", "(none)"],
  ["tag", "biologically-inspired", "(none)"],
  ["tag", "vla", "(none)"],
  ["name", "vlad-7b", "(none)"],
  ["tag", "medical", "medicine"],
  ["tag", "Medical", "medicine"],
  ["tag", "medicinalherbs", "(none)"],
  ["tag", "medium-balanced", "(none)"],
  ["tag", "multimedia", "(none)"],
  ["tag", "med", "(none)"],
  ["name", "llama-med-8b", "medicine"],
  ["name", "BioMedical_NER", "medicine"],
  ["name", "rl_course_vizdoom_health_gathering_supreme", "(none)"],
  ["tag", "health", "medicine"],
  ["tag", "plant-disease", "(none)"],
  ["tag", "model-surgery", "(none)"],
  ["tag", "fault-diagnosis", "engineering"],
  ["tag", "energy", "energy"],
  ["tag", "energy-based-model", "(none)"],
  ["tag", "free_energy", "(none)"],
  ["tag", "renewable energy", "energy"],
  ["tag", "physics", "physics"],
  ["tag", "physics-engine", "(none)"],
  ["tag", "game-physics", "(none)"],
  ["tag", "astrophysics", "astronomy+physics"],
  ["name", "Llama-3.1-SuperNova-Lite", "(none)"],
  ["tag", "math", "mathematics"],
  ["name", "Qwen2.5-Math-7B", "mathematics"],
  ["name", "polymath-7b", "(none)"],
  ["name", "aftermath-rp", "(none)"],
  ["name", "mathilda-chat", "(none)"],
  ["tag", "engineering", "engineering"],
  ["tag", "prompt-engineering", "(none)"],
  ["tag", "software-engineering", "(none)"],
  ["tag", "reverse_engineering", "(none)"],
  ["tag", "protein-engineering", "biology+biotechnology"],
  ["tag", "genetic-algorithm", "(none)"],
  ["tag", "genomics", "genomics"],
  ["tag", "science", "scientific-reasoning"],
  ["tag", "science fiction", "(none)"],
  ["tag", "computer-science", "(none)"],
  ["tag", "data-science", "(none)"],
  ["tag", "onescience", "(none)"],
  ["tag", "Earth Science", "earth-science"],
  ["tag", "materials-science", "materials-science"],
  ["tag", "climate", "climate"],
  ["tag", "political-climate", "(none)"],
  ["tag", "climax", "(none)"],
  ["tag", "weather", "(none)"],
  ["tag", "weather-forecasting", "climate"],
  ["tag", "conservation", "conservation"],
  ["tag", "conservation-laws", "(none)"],
  ["tag", "ecosystem", "(none)"],
  ["tag", "ecology", "ecology"],
  ["tag", "swe-bench", "(none)"],
  ["tag", "benchmark", "benchmark"],
  ["tag", "benchmaxx", "(none)"],
  ["tag", "lean", "(none)"],
  ["tag", "lean4", "mathematics"],
  ["tag", "sentinel", "(none)"],
  ["tag", "sentinel-2", "earth-science"],
  ["tag", "single-cell", "biology+genomics"],
  ["tag", "catalyst", "(none)"],
  ["tag", "catalysis", "chemistry"],
  ["tag", "smiles", "(none)"],
  ["tag", "DNA/RNA", "genomics"],
  ["tag", "dataset:bigbio/med_qa", "(none)"],
  ["tag", "base_model:google/medgemma-4b-it", "(none)"],
  ["tag", "license:bio", "(none)"],
];

/** Each case is a list of its own, so that each has a row of its own. */
const given = cases.map(([place, text], i) =>
  place === "name" ? { source: `${i}`, repo: `o/${text}` } : { source: `${i}`, repo: "o/x", tags: [text] },
);
const all = await evidenceOver(scienceOwners, given);
const rows = given.map(({ source }) => all.filter((row) => row.source === source));

test.each(cases.map((one, i) => [...one, i] as const))("%s %s: %s", (_place, _text, domains, i) => {
  expect(rows[i]?.map((row) => row.domains)).toEqual([domains]);
});

test("plain loops over the words say the same, and so do the substrings", () => {
  for (const [i, one] of given.entries()) {
    const tagged = { tags: [], ...one };
    expect(rows[i]?.[0], one.repo).toMatchObject({
      domains: domainsOf(tagged, reference.terms).join("+") || "(none)",
      flags: flagsOf(tagged).join("+") || "(none)",
    });
  }
});

test("the substrings of the earlier report fall into the traps", async () => {
  const flags = async (...tags: string[]) => (await evidenceOver(scienceOwners, [{ repo: "o/x", tags }]))[0]?.flags;
  expect(await flags("biography")).toBe("bio");
  expect(await flags("symbiotic")).toBe("bio");
  expect(await flags("dataset:bigbio/med_qa")).toBe("bio");
  expect(await flags("Medicinalherbs")).toBe("med");
  expect(await flags("science fiction")).toBe("science");
  expect(await flags("bigscience")).toBe("(none)");
  expect(await flags("bigscience", "onescience")).toBe("science");
  expect(await flags("biomedical")).toBe("bio+med");
});

test("a repository counts once, in every domain that any of its texts names", async () => {
  const given = [{ repo: "o/math-7b", tags: ["math", "biology", "protein", "medical"], downloads: 5, likes: 2 }];
  expect(await evidenceOver(scienceOwners, given)).toEqual([
    {
      ...{ source: "radar", kind: "model", observed_on: "2026-08-22", domains: "biology+mathematics+medicine" },
      ...{ flags: "bio+med", owner: "(unregistered)", repositories: 1, downloads_30d: 5, likes: 2 },
    },
  ]);
});
