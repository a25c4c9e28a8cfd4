import { describe, expect, test } from "vitest";
import { readRegistries } from "#test/fixtures/registries.ts";

const files = {
  "accelerator-specs":
    "name,vendor,tasks_name,memory_gb,bandwidth_gb_s,bf16_tflops,fp8_tflops,power_watts,source,confidence,note\n" +
    "Big,Maker,,80,3350,989.4,,700,https://example.org/,high,\n",
  "accelerator-rents":
    "accelerator,seller,product,usd_per_hour,accelerators_least,read_on,source,confidence,note\n" +
    "Big,Seller,one,2.5,1,2026-09-25,https://example.org/,high,\n",
  precisions: "id,bits_per_weight,exact,source,confidence,note\nfp8,8,true,unsourced,low,\n",
  "model-architectures":
    "name,repository,parameters,active_parameters,layers,query_heads,kv_heads,head_width,latent_width,experts,experts_per_token,hidden_width,context_tokens,native_precision,source,confidence,note\n" +
    "heads-8b,a/Heads,8e9,8e9,32,32,8,128,,,,4096,131072,fp8,https://example.org/,high,\n" +
    "latent-v3,a/Latent,671e9,37e9,61,128,,,576,256,8,,131072,fp8,https://example.org/,high,\n",
  "compute-assumptions":
    "id,value,unit,low,high,statement,source,confidence\npue,1.54,ratio,1.1,1.58,So it is.,unsourced,low\n",
};

type File = keyof typeof files;

const read = (changes: Partial<typeof files> = {}) => readRegistries({ ...files, ...changes });

test("decodes: an unknown value is null, numbers keep their exponent", async () => {
  const { specs, rents, precisions, architectures, assumptions } = await read();
  expect(specs[0]).toMatchObject({ name: "Big", tasks_name: null, fp8_tflops: null, bandwidth_gb_s: 3350 });
  expect(rents[0]).toMatchObject({ usd_per_hour: 2.5, read_on: "2026-09-25" });
  expect(precisions[0]).toMatchObject({ bits_per_weight: 8, exact: true });
  expect(architectures[0]).toMatchObject({ parameters: 8_000_000_000, kv_heads: 8, latent_width: null, experts: null });
  expect(architectures[1]).toMatchObject({ active_parameters: 37e9, kv_heads: null, latent_width: 576 });
  expect(architectures[0]).toMatchObject({ experts_per_token: null, hidden_width: 4096 });
  expect(architectures[1]).toMatchObject({ experts: 256, experts_per_token: 8, hidden_width: null });
  expect(assumptions[0]).toMatchObject({ value: 1.54, low: 1.1, high: 1.58 });
});

describe("refuses, naming file and line", () => {
  test.each<[string, File, string, string, string]>([
    [
      "0 for what is unknown",
      "accelerator-specs",
      ",3350,",
      ",0,",
      "accelerator-specs.csv:2: bandwidth_gb_s is 0; it must",
    ],
    ["a negative rate", "accelerator-specs", "989.4", "-1", "bf16_tflops is -1"],
    ["no memory", "accelerator-specs", ",80,", ",,", "memory_gb is empty"],
    [
      "confidence without a source",
      "accelerator-specs",
      "https://example.org/",
      "unsourced",
      'confidence "high" needs a',
    ],
    [
      "a rent of nothing known",
      "accelerator-rents",
      "Big,",
      "Small,",
      'accelerator "Small" has no row in accelerator-specs',
    ],
    ["a rent for nothing", "accelerator-rents", "2.5", "0", "usd_per_hour is 0"],
    ["a day that is none", "accelerator-rents", "2026-09-25", "2026-09-31", 'read_on "2026-09-31" is not a day'],
    ["a weight of no bits", "precisions", ",8,", ",0,", "bits_per_weight is 0"],
    ["neither exact nor not", "precisions", "true", "maybe", 'exact "maybe" is not true or false'],
    ["a name with capitals", "model-architectures", "heads-8b", "Heads-8B", 'name "Heads-8B" is not in lower case'],
    [
      "more active than all",
      "model-architectures",
      "8e9,8e9",
      "8e9,9e9",
      "active_parameters 9000000000 is above parameters",
    ],
    [
      "heads beside a latent",
      "model-architectures",
      ",,,576",
      ",8,128,576",
      "csv:3: give kv_heads and head_width, or latent",
    ],
    [
      "neither heads nor latent",
      "model-architectures",
      ",,,576",
      ",,,",
      "csv:3: give kv_heads and head_width, or latent",
    ],
    ["heads without width", "model-architectures", ",8,128,", ",8,,", "csv:2: give kv_heads and head_width, or latent"],
    [
      "an unknown precision",
      "model-architectures",
      "131072,fp8",
      "131072,fp9",
      'native_precision "fp9" has no row in precisions',
    ],
    ["half a layer", "model-architectures", ",61,", ",61.5,", 'layers "61.5" is not a whole number'],
    ["half an expert", "model-architectures", ",256,8,", ",256.5,8,", 'experts "256.5" is not a whole number'],
    [
      "a value out of its range",
      "compute-assumptions",
      "1.58",
      "1.5",
      "value 1.54 is not between low 1.1 and high 1.5",
    ],
    ["an assumption of nothing", "compute-assumptions", ",1.1,", ",0,", "low is 0; it must be above 0"],
    ["a source that is no URL", "compute-assumptions", "unsourced", "memory", 'source "memory" is not an http(s) URL'],
  ])("%s", async (_, file, from, to, message) => {
    expect(files[file]).toContain(from);
    await expect(read({ [file]: files[file].replace(from, to) })).rejects.toThrow(message);
  });
});
