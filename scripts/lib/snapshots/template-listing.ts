import type { Told } from "./templates.ts";

/** What is known of the lists that this project makes from the Hub's API. */
export const listed: Told = {
  title: "The most downloaded repositories of the Hub, by its listing",
  producer: "Hugging Face",
  licence: {
    spdx: null,
    url: null,
    note: "The listing states no licence; the texts of the cards are their authors'.",
  },
  homepage: "https://huggingface.co/models?sort=downloads",
};

/** What is known to be wrong with such a list. */
export const listFaults: readonly string[] = [
  "The rows are those with the most downloads, a part of the Hub that the number in the population names: nothing can be said of the rest.",
  "The list cannot be had again: its address gives what is most downloaded today, so only those who kept the bytes can check the pins.",
  "The list came page by page while counters changed: a repository that moved between two pages may be missing, and one that came twice was kept once.",
  "owner_type is what the Hub says of an account when it was last asked, up to 90 days before; it is unknown for accounts that are gone.",
];
