import { date, float, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";

const population = "accelerators that Hugging Face lists for its users’ hardware";

/** Memory of graphics processors and systems on a chip, by maker and year. */
export const acceleratorMemory = defineEvidence({
  name: "accelerator-memory",
  doc: "Accelerators of one maker released in one year.",
  key: ["vendor", "category", "release_year"],
  sources: ["huggingface-tasks"],
  population,
  complete: false,
  columns: {
    vendor: text("Maker."),
    category: text("gpu or system-on-chip."),
    release_year: nullable(int("Year of release.", "year")),
    observed_on: date("Day of the list."),
    accelerators: int("Accelerators listed.", "accelerators"),
    with_memory: int("Of these, with memory of their own stated.", "accelerators"),
    memory_median: nullable(float("Median of the largest memory of each.", "GB")),
    memory_most: nullable(float("Largest memory of all.", "GB")),
    largest: nullable(text("The accelerator that has it.")),
  },
  sql: `
    SELECT vendor, category, release_year, max(observed_on) AS observed_on,
      count(*) AS accelerators, count(memory_most) AS with_memory,
      quantile_disc(memory_most, 0.5) AS memory_median, max(memory_most) AS memory_most,
      min(name) FILTER (memory_most = most) AS largest
    FROM (SELECT *, max(memory_most) OVER (PARTITION BY vendor, category, release_year) AS most FROM accelerators)
    WHERE category <> 'cpu'
    GROUP BY vendor, category, release_year
  `,
});

/** What the list says of the accelerators that the chapter works with. */
export const accelerators = defineEvidence({
  name: "accelerators",
  doc: "One accelerator that the chapter works with.",
  key: ["name"],
  sources: ["huggingface-tasks"],
  population,
  complete: false,
  columns: {
    name: text("Name, as the list has it."),
    vendor: text("Maker."),
    observed_on: date("Day of the list."),
    price_usd: nullable(float("List price at release, or the list's estimate of it.", "USD")),
  },
  sql: `
    SELECT name, vendor, observed_on, price_usd FROM accelerators WHERE name IN ('A100', 'H100', 'H200', 'B200', 'MI300')
  `,
});
