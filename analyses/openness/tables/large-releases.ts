import { registered, withOwner } from "#kit/hub/standing.ts";
import { date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional } from "#loaders/schema/evidence.ts";
import { evaluated, hub, newest, releaseMonths, sizeEnds } from "./standings.ts";

const { from, until } = releaseMonths;

const sql = `
  SELECT r.observed_on, ${registered} AS owner, r.licence, r.licence_name, count(*) AS models
  FROM ${newest("models")} r ${withOwner()}
  WHERE r.parameters > ${sizeEnds[1]} AND r.created_on BETWEEN DATE '${from}' AND DATE '${until}' AND o.owner IS NOT NULL
  GROUP BY ALL
`;

/** Large models of registered owners, created in the months that a published figure is about. */
export const largeReleases = optional(
  defineEvidence({
    name: "large-releases",
    doc: `Models of one registered owner with one licence, above ${sizeEnds[1]} parameters, created from January to July 2026.`,
    key: ["owner", "licence", "licence_name"],
    ...evaluated,
    columns: {
      observed_on: date("Day of the snapshot."),
      owner: text("Namespace."),
      licence: nullable(text("Licence as stated, several joined by +; null where none is.")),
      licence_name: nullable(text("Name that cards give to a licence stated as other.")),
      models: int("Models.", "models"),
    },
    sql,
    wider: [{ ...hub, sql }],
  }),
);
