import { expect, test } from "vitest";
import { releaseDates, trackedModels } from "#loaders/tracked-models.ts";
import { objects, querySources, withEngine } from "#test/fixtures/query.ts";
import { localFiles } from "#test/fixtures/source.ts";
import { unsaid } from "#test/fixtures/unsaid.ts";

const head = "org,model,modelId\n";

function files(parameters: string) {
  const contents = {
    "models.csv": `${head}Qwen,Qwen3-8B,Qwen/Qwen3-8B\n`,
    "extra_models.csv": `${head}apple,DCLM-7B,apple/DCLM-7B\n`,
    "metadata/model_parameters.csv": `model_id,total_params_b,active_params_b,is_moe,notes\n${parameters}`,
    "metadata/release_date_corrections.csv":
      "# Corrections\n# by hand\nmodel_id,hf_created_at,actual_release_date,notes\nQwen/Qwen3-8B,2025-04-27,2025-04-28,1 day early\n",
  };
  return localFiles(contents, { last: "2026-08-17" });
}

async function load(parameters: string) {
  return querySources([{ loader: trackedModels, files: await files(parameters) }], "FROM models ORDER BY repo");
}

test("both lists make rows of the record's last day, and what they do not say is unknown", async () => {
  const unknown = { crawled_on: null, window_start: null, downloads_30d: null, downloads_all_time: null };
  const unseen = { likes: null, discussions: null, derivatives: null, parameters: null };
  const common = {
    ...unsaid,
    source: "tracked-models",
    platform: "huggingface",
    observed_on: "2026-08-17",
    ...unknown,
    ...unseen,
  };
  expect(await load("")).toEqual([
    { ...common, repo: "Qwen/Qwen3-8B", repo_key: "qwen/qwen3-8b", owner: "Qwen", name: "Qwen3-8B" },
    { ...common, repo: "apple/DCLM-7B", repo_key: "apple/dclm-7b", owner: "apple", name: "DCLM-7B" },
  ]);
});

test("billions of parameters become exact counts; is_moe may be empty", async () => {
  const rows = await load('Qwen/Qwen3-8B,8.2,8.2,,"Legacy, not reviewed"\napple/DCLM-7B,3.3,,false,\n');
  expect(rows.map(({ parameters }) => parameters)).toEqual([8_200_000_000, 3_300_000_000]);
  expect(rows.map(({ active_parameters }) => active_parameters)).toEqual([8_200_000_000, null]);
  expect(rows.map(({ parameters_from }) => parameters_from)).toEqual(["stated", "stated"]);
});

test("parameters of a model that is on no list make no row", async () => {
  const rows = await load("stepfun-ai/Step-3.5-Flash,196,11,true,\n");
  expect(rows.map(({ repo, parameters }) => [repo, parameters])).toEqual([
    ["Qwen/Qwen3-8B", null],
    ["apple/DCLM-7B", null],
  ]);
});

test("corrections of release dates begin with comment lines", async () => {
  const sql = releaseDates(await files(""));
  expect(await withEngine((engine) => objects(engine, sql))).toEqual([
    { repo: "Qwen/Qwen3-8B", created_on: "2025-04-27", released_on: "2025-04-28", note: "1 day early" },
  ]);
});
