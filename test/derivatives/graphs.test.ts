import { describe, expect, test } from "vitest";
import { builders, edges, lineage } from "#analyses/derivatives/tables.ts";
import lineageLoaders from "#loaders/textgen-lineage.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { evidenceOf } from "#test/support/hub.ts";
import { emptyReference } from "#test/support/registries.ts";

const known = ["Qwen", "meta-llama", "google", "unsloth"];
const owner = (name: string) => ({
  ...{ owner: name, display_name: name, country: "US", confidence: "high", kind: "industry", parent: null },
  ...{ programme: null, source: "unsourced", note: null },
});
const reference = emptyReference({ owners: known.map(owner) });

/** Rows of the evidence over edges `base,derived,word`. */
async function over(...rows: string[]) {
  const csv = `${["source,target,edge", ...rows].join("\n")}\n`;
  const files = await localFiles({ "network_data/edges.csv": csv }, { last: "2025-06-18" });
  const loads = lineageLoaders.map((loader) => ({ loader, files }));
  const found = await evidenceOf(loads, [lineage, builders, edges], reference);
  return {
    lineage: found.get("lineage") ?? [],
    builders: found.get("builders") ?? [],
    edges: found.get("edges")?.[0] ?? {},
  };
}

const short = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map(({ owner, relation, bases, roots, steps, most_steps, models }) =>
    [owner, relation, bases, roots, steps, most_steps, models].join(" | "),
  );

describe("a walk to the roots", () => {
  test("goes through copies to what was copied, and stops where nobody wrote it down", async () => {
    const { lineage: rows } = await over(
      "Qwen/Qwen2-7B,unsloth/copy,quantized",
      "unsloth/copy,a/tuned,finetuned",
      "a/tuned,b/small,quantized",
      "unsloth/Llama-3-8B,a/other,finetuned",
    );
    expect(short(rows).sort()).toEqual([
      "(unregistered) | finetune | unsloth | Qwen qwen | 2 | 2 | 1",
      "(unregistered) | finetune | unsloth | unsloth llama | 1 | 1 | 1",
      "(unregistered) | quantized | (unregistered) | Qwen qwen | 3 | 3 | 1",
      "unsloth | quantized | Qwen | Qwen qwen | 1 | 1 | 1",
    ]);
  });

  test("meets the root of a diamond once, by the shortest way and by the longest", async () => {
    const { lineage: rows } = await over(
      "google/gemma-2b,a/left,finetuned",
      "google/gemma-2b,a/right,finetuned",
      "a/left,z/both,merged",
      "a/right,z/both,merged",
      "google/gemma-2b,z/uneven,merged",
      "a/left,z/uneven,merged",
    );
    expect(short(rows).filter((row) => row.includes("merge"))).toEqual([
      "(unregistered) | merge | (unregistered)+(unregistered) | google gemma | 2 | 2 | 1",
      "(unregistered) | merge | (unregistered)+google | google gemma | 1 | 2 | 1",
    ]);
  });

  test("keeps a base for each of several, roots once each, and the first by itself", async () => {
    const { lineage: rows } = await over(
      "meta-llama/Llama-2,m/mix,merged",
      "Qwen/A,m/mix,merged",
      "Qwen/B,m/mix,merged",
      "m/mix,m/next,finetuned",
    );
    const mix = rows.find(({ relation }) => relation === "merge");
    expect(mix).toMatchObject({
      ...{ bases: "Qwen+Qwen+meta-llama", first_base: "meta-llama" },
      ...{ roots: "Qwen -+Qwen -+meta-llama llama", first_root: "meta-llama" },
    });
    expect(rows.find(({ relation }) => relation === "finetune")).toMatchObject({
      ...{ bases: "(own)", first_base: "(own)", roots: "Qwen -+Qwen -+meta-llama llama", first_root: "meta-llama" },
    });
  });

  test("ends in a circle: what hangs on one has no root, and is counted", async () => {
    const { lineage: rows, edges: one } = await over(
      "p/1,p/2,finetuned",
      "p/2,p/3,finetuned",
      "p/3,p/1,finetuned",
      "p/3,q/4,quantized",
      "Qwen/A,q/5,merged",
      "q/4,q/5,merged",
    );
    expect(rows.filter(({ roots }) => roots === null).reduce((sum, { models }) => sum + Number(models), 0)).toBe(4);
    expect(short(rows)).toContain("(unregistered) | merge | (own)+Qwen | Qwen - | 1 | 1 | 1");
    expect(one).toMatchObject({ derived: 5, on_cycle: 3, rootless: 4, roots: 1, bases: 5 });
  });

  test("leaves out edges to oneself, and counts them with those that nothing else connects", async () => {
    const { lineage: rows, edges: one } = await over("a/x,a/x,finetuned", "Qwen/A,b/y,finetuned", "b/y,b/y,merged");
    expect(short(rows)).toEqual(["(unregistered) | finetune | Qwen | Qwen - | 1 | 1 | 1"]);
    expect(one).toMatchObject({ models: 3, own_base: 2, only_own_base: 1, edges: 1, derived: 1, unlisted: 0 });
  });
});

test("families are read at the start of words, the first one", async () => {
  const names = ["TinyLlama-1B", "Meta-Llama-3", "DeepSeek-R1-Distill-Qwen-7B", "Mixtral-8x7B", "biophi", "phi-3"];
  const { lineage: rows } = await over(...names.map((name, i) => `unsloth/${name},a/${i},finetuned`));
  expect(rows.map(({ roots }) => roots).sort()).toEqual([
    ...["unsloth -", "unsloth deepseek", "unsloth llama", "unsloth mixtral", "unsloth phi"],
  ]);
  expect(rows.find(({ roots }) => roots === "unsloth -")?.models).toBe(2);
});

test("namespaces that build on the same ones count once each, however much they publish", async () => {
  const { builders: rows } = await over(
    ...["1", "2", "3"].map((i) => `Qwen/A,a/${i},finetuned`),
    "Qwen/A,b/1,finetuned",
    "b/1,c/1,quantized",
    "google/G,c/2,finetuned",
  );
  expect(rows.map(({ reach, owners, namespaces }) => [reach, owners, namespaces])).toEqual([
    ["base", "(unregistered)+google", 1],
    ["base", "Qwen", 2],
    ["root", "Qwen", 2],
    ["root", "Qwen+google", 1],
  ]);
});
