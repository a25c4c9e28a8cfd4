import { registered, withOwner } from "#kit/hub/standing.ts";
import { bool, date, int, nullable, text } from "#loaders/schema/column.ts";
import { defineEvidence, optional, type Standing } from "#loaders/schema/evidence.ts";
import { evaluated, followed, hub, newest, reach, reachDoc, sizeEnds } from "./standings.ts";

/** Models from which on a name that cards give is told; rarer ones are pooled. */
const rare = 5;

const size = `CASE
  WHEN parameters IS NULL THEN 'unknown' WHEN parameters < ${sizeEnds[0]} THEN 'under 1B'
  WHEN parameters <= ${sizeEnds[1]} THEN '1B to 20B' ELSE 'above 20B' END`;

const columns = {
  observed_on: date("Day of the snapshot."),
  owner: text("Namespace, or (unregistered) for those without a row in the registry of owners."),
  licence: nullable(text("Licence as stated, several joined by +; null where none is.")),
  licence_name: nullable(text("Name that cards give to a licence stated as other; (rare) for those of few models.")),
  size: text("Parameters by what the model itself says: under 1B, 1B to 20B, above 20B (billions), or unknown."),
  reach: text(reachDoc),
  gated: nullable(text("none, auto, manual or asked; null where the source does not say.")),
  removed: nullable(bool("Whether the source has found the repository gone.")),
  models: int("Models.", "models"),
  downloads_30d: nullable(int("Downloads in the 30 days before the snapshot.", "downloads")),
};

const sql = `
  WITH seen AS ${newest("models")},
  told AS (SELECT licence_name FROM seen WHERE licence_name IS NOT NULL GROUP BY ALL HAVING count(*) >= ${rare})
  SELECT r.observed_on, ${registered} AS owner, r.licence,
    CASE WHEN r.licence_name IS NULL OR r.licence_name IN (FROM told) THEN r.licence_name ELSE '(rare)' END AS licence_name,
    ${size} AS size, ${reach} AS reach, r.gated, r.removed,
    count(*) AS models, sum(r.downloads_30d) AS downloads_30d
  FROM seen r ${withOwner()}
  GROUP BY ALL
`;

const table = (name: string, standing: Omit<Standing, "sql">, wider: readonly Standing[] = []) =>
  optional(
    defineEvidence({
      name,
      doc: "Models of one owner with one licence, size, reach and gate.",
      key: ["owner", "licence", "licence_name", "size", "reach", "gated", "removed"],
      ...standing,
      columns,
      sql,
      wider,
    }),
  );

/** Licences, sizes and gates of models that public evaluations name, or of the complete Hub. */
export const licensedModels = table("licensed-models", evaluated, [{ ...hub, sql }]);

/** The same of recent models. */
export const recentModels = table("recent-models", followed);
