import { date, float, int, nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** One chip or card that models run on, as a source lists it. */
export const accelerators = defineTable({
  name: "accelerators",
  doc: "One chip or card that models run on, as a source lists it.",
  key: ["source", "vendor", "name"],
  columns: {
    source: text("Id of the source record that the row comes from."),
    vendor: text("Maker: NVIDIA, AMD, Intel, Qualcomm or Apple."),
    name: text("Name of the chip or card, as the source spells it."),
    category: text("gpu, cpu or system-on-chip, by the group that the source puts it in."),
    observed_on: date("Day of the snapshot that the row belongs to."),
    release_year: nullable(int("Year of release.", "year")),
    memory_least: nullable(float("Memory of its smallest variant; null where the source states none.", "GB")),
    memory_most: nullable(float("Memory of its largest variant.", "GB")),
    tflops: nullable(float("Peak rate as the source gives it: mixed precisions, not tensor-core figures.", "TFLOP/s")),
    price_usd: nullable(float("List price at release, or the source's estimate of it.", "USD")),
    power_watts: nullable(float("Rated power of its highest variant.", "watts")),
  },
});
