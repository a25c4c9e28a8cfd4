import { atFloor, createdOn, utcDay } from "./days.ts";
import type { Scanned } from "./files.ts";
import { gated } from "./gated.ts";
import { ownerOf } from "./names.ts";

/** SQL for the columns that models and datasets share, over rows with `name`, `licence` and `licence_from`. */
export function repositoryColumns({ source, observed_on }: Pick<Scanned, "source" | "observed_on">): string {
  return `
      ${source} AS source,
      'huggingface' AS platform,
      id AS repo,
      lower(id) AS repo_key,
      ${ownerOf("id")} AS owner,
      name,
      _id AS hub_id,
      DATE '${observed_on}' AS observed_on,
      DATE '${observed_on}' - 30 AS window_start,
      downloads AS downloads_30d,
      downloadsAllTime AS downloads_all_time,
      likes,
      ${createdOn("createdAt")} AS created_on,
      ${atFloor("createdAt")} AS at_floor,
      ${utcDay("lastModified")} AS modified_on,
      ${gated("gated")} AS gated,
      licence,
      licence_from`;
}
