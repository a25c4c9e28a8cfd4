import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, lists, named, own } from "./standings.ts";

const sql = `
  WITH ${named}, ${own}
  SELECT family, licence, licence_name, max(observed_on) AS observed_on, count(*) AS models
  FROM own GROUP BY family, licence, licence_name
`;

/** Licences of the models of each family. */
export const familyLicences = defineEvidence({
  name: "family-licences",
  doc: "Models of one family that their own publisher has under one licence.",
  key: ["family", "licence", "licence_name"],
  ...lists,
  columns: {
    family: text("Family."),
    licence: nullable(text("Licence as stated, several joined by +; null where none is.")),
    licence_name: nullable(text("Name that the card gives to a licence stated as other.")),
    observed_on: date("Day of the newest list that has one of them, or of the newest snapshot."),
    models: int("Models, each once.", "models"),
  },
  sql,
  wider: [{ ...hub, sql }],
});
