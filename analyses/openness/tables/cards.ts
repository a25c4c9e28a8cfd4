import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { newest, reach, reachDoc } from "./standings.ts";

const counted = {
  observed_on: date("Day of the listing."),
  reach: text(reachDoc),
  downloads_30d: nullable(int("Downloads in the window before the listing.", "downloads")),
};
const has_card = nullable(bool("Whether it has a card that is not empty."));

/** Models of 2022 with and without a card. */
export const modelCards = defineEvidence({
  name: "model-cards",
  doc: "Models with one reach that have, or lack, a card.",
  key: ["reach", "has_card"],
  sources: ["model-cards-2022"],
  population: "public models of the Hugging Face Hub on 1 October 2022",
  complete: true,
  columns: { ...counted, has_card, models: int("Models.", "models") },
  sql: `
    SELECT observed_on, ${reach} AS reach, has_card, count(*) AS models, sum(downloads_30d) AS downloads_30d
    FROM ${newest("models")} GROUP BY ALL
  `,
});

/** Datasets of 2023 with and without a card file, and with a card that is not empty. */
export const datasetCards = defineEvidence({
  name: "dataset-cards",
  doc: "Datasets with one reach that have, or lack, a card file, and a card that is not empty.",
  key: ["reach", "has_card_file", "has_card"],
  sources: ["dataset-cards-2023"],
  population: "public datasets of the Hugging Face Hub on 16 March 2023",
  complete: true,
  columns: {
    ...counted,
    has_card_file: nullable(bool("Whether it has a card file, empty or not.")),
    has_card,
    datasets: int("Datasets.", "datasets"),
  },
  sql: `
    SELECT observed_on, ${reach} AS reach, has_card_file, has_card, count(*) AS datasets, sum(downloads_30d) AS downloads_30d
    FROM ${newest("datasets")} GROUP BY ALL
  `,
});
