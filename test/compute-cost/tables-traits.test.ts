import { describe, expect, test } from "vitest";
import { modelPrices } from "#analyses/compute-cost/tables.ts";
import { at, evidence, type Offer, offer } from "#test/support/evidence.ts";

const prices = (offers: readonly Offer[]) => evidence(modelPrices, { offers });

describe("traits of a model, over all of its offers", () => {
  const traits = async (...changes: Partial<Offer>[]) =>
    (await prices(changes.map((one, i) => offer("a", `p${i}`, one))))[0];
  const word = (...words: (boolean | null)[]) => traits(...words.map((open_weights) => ({ open_weights })));

  test("weights: all open, all closed, or disputed; what is not said does not count, and nothing said is left out", async () => {
    expect((await word(true, null, true))?.weights).toBe("open");
    expect((await word(false, null))?.weights).toBe("closed");
    expect((await word(true, false, false))?.weights).toBe("disputed");
    expect(await word(null, null)).toBeUndefined();
  });

  test("deprecated and free offers still say what the model is", async () => {
    const rows = await prices([
      at(1, "a", "x"),
      at(1, "a", "y", { deprecated: true, open_weights: false }),
      at(0, "a", "z"),
    ]);
    expect(rows[0]?.weights).toBe("disputed");
  });

  test.each([
    [32_768, "to 32,768"],
    [32_769, "to 300,000"],
    [300_000, "to 300,000"],
    [300_001, "above 300,000"],
  ])("a context of %d is %s", async (context_tokens, context) => {
    expect((await traits({ context_tokens }))?.context).toBe(context);
  });

  test("context: the lower of two in the middle; unknown ones do not count, all unknown are left out", async () => {
    const of = (...all: (number | null)[]) => traits(...all.map((context_tokens) => ({ context_tokens })));
    expect((await of(1000, 1_000_000))?.context).toBe("to 32,768");
    expect((await of(null, null, 1_000_000))?.context).toBe("above 300,000");
    expect(await of(null)).toBeUndefined();
  });

  test("release: the month of the lower day in the middle; without a day it is left out", async () => {
    const of = (...all: (string | null)[]) => traits(...all.map((released_on) => ({ released_on })));
    expect((await of("2025-03-31", "2025-09-01", null))?.released_month).toBe("2025-03-01");
    expect((await of("2025-03-31", "2025-09-02", "2025-09-01"))?.released_month).toBe("2025-09-01");
    expect(await of(null)).toBeUndefined();
  });

  test("modality: images where most offers read them, a tie being no majority", async () => {
    const of = (...all: (string | null)[]) => traits(...all.map((input_modalities) => ({ input_modalities })));
    expect((await of("image+text", "image+pdf+text", "text"))?.modality).toBe("text and images");
    expect((await of("image+text", "text"))?.modality).toBe("text");
    expect((await of("image+text", null))?.modality).toBe("text and images");
  });

  test("modality: what writes more than text in most offers is no language model, nor is what does not say", async () => {
    const of = (...all: (string | null)[]) => traits(...all.map((output_modalities) => ({ output_modalities })));
    expect(await of("image+text")).toBeUndefined();
    expect(await of("image", "image", "text")).toBeUndefined();
    expect((await of("image", "text"))?.modality).toBe("text");
    expect(await of(null)).toBeUndefined();
  });

  test("catalogued where one of its offers is", async () => {
    expect((await traits({ catalogued: false }, { catalogued: true }))?.catalogued).toBe(true);
    expect((await traits({ catalogued: false }))?.catalogued).toBe(false);
  });
});

describe("what is no language model, and what is no model of its own", () => {
  const model = async (name: string, changes: Partial<Offer> = {}) => (await prices([at(1, name, "x", changes)]))[0];

  test("what does not read text in most offers is left out, a tie being no majority", async () => {
    expect(await model("whisper", { input_modalities: "audio" })).toBeUndefined();
    const tied = await prices([at(1, "a", "x", { input_modalities: "audio" }), at(1, "a", "y")]);
    expect(tied[0]?.modality).toBe("text");
  });

  test("what moderates is left out", async () => {
    expect(await model("llama-guard-3-8b")).toBeUndefined();
    expect(await model("gpt-oss-safeguard-120b")).toBeUndefined();
  });

  test("a name that ends in -latest is an alias; one that has it inside is not", async () => {
    expect((await model("mistral-medium-latest"))?.alias).toBe(true);
    expect((await model("latest-model"))?.alias).toBe(false);
  });
});
