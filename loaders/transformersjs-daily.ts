import { raise } from "./schema/errors.ts";
import { type Loader, type LocalSource, literal } from "./schema/loader.ts";
import { models } from "./schema/models.ts";

const source = "transformersjs-daily";
const listing = /_(\d{2})-(\d{2})-(\d{4})\.parquet$/;

interface Listing {
  /** Day in the name of the file, `YYYY-MM-DD`. */
  readonly day: string;
  readonly local: string;
}

/**
 * Daily listings of embedding models for transformers.js.
 *
 * - Names of files have the day first; a file whose own `mined_date` is another day is an error.
 * - Columns differ from file to file, also in type: only those that all files share are read, by name.
 * - A model that a day's listing leaves out makes no row: some days are cut short, and from 2025-09-25 on the listing is
 *   capped, so that a missing row is neither 0 downloads nor the end of a model.
 * - 0 downloads are unknown: they last a few days between days with downloads, which a sum over 30 days cannot do but for
 *   the smallest counts.
 * - Where a whole listing repeats the counters of the one before, its window is that of the first: the counter had not
 *   moved on, though likes had.
 * - `owner_type` is the kind of account, org or user, that the listing gives with each model.
 */
export const transformersjsDaily: Loader = {
  source,
  table: models,
  sql: (files) => {
    const days = listings(files);
    return `
    WITH read AS MATERIALIZED (${read(days)}),
      counted AS (${counted})
    SELECT
      '${source}' AS source,
      'huggingface' AS platform,
      id AS repo,
      lower(id) AS repo_key,
      split_part(id, '/', 1) AS owner,
      split_part(id, '/', 2) AS name,
      day AS observed_on,
      counted_on - 30 AS window_start,
      nullif(downloads, 0) AS downloads_30d,
      likes,
      pipeline_tag,
      owner_type
    FROM read JOIN counted USING (day)`;
  },
};

export default transformersjsDaily;

/** The day of each listing whose counters moved on, and the same day for the listings after it that repeat them. */
const counted = `
  SELECT day, max(CASE WHEN moved THEN day END) OVER (ORDER BY day) AS counted_on
  FROM (
    SELECT day, counters IS DISTINCT FROM lag(counters) OVER (ORDER BY day) AS moved
    FROM (SELECT day, list((id, downloads) ORDER BY id) AS counters FROM read GROUP BY day)
  )`;

function listings({ record, local }: LocalSource): Listing[] {
  const found = record.files.map(({ path }) => {
    const [, day, month, year] = listing.exec(path) ?? [];
    return { path, day: day ? `${year}-${month}-${day}` : null, local: local(path) };
  });
  const unnamed = found.filter(({ day }) => day === null).map(({ path }) => `${path}: its name ends with no day`);
  raise(`source ${source}`, unnamed);
  return found.flatMap(({ day, local }) => (day === null ? [] : [{ day, local }]));
}

function read(days: readonly Listing[]): string {
  const [files, named] = [
    days.map(({ local }) => literal(local)).join(", "),
    days.map(({ day, local }) => `(${literal(local)}, DATE '${day}')`).join(", "),
  ];
  return `
    SELECT ${sameDay} AS day, id, downloads, likes, pipeline_tag, authorData.type AS owner_type
    FROM read_parquet([${files}], filename = true) JOIN (VALUES ${named}) AS named(filename, named_day) USING (filename)`;
}

const sameDay = `CASE WHEN strptime(mined_date, '%d-%m-%Y')::DATE = named_day THEN named_day
  ELSE error('the listing of ' || named_day || ' says that it was mined on ' || coalesce(mined_date, 'no day')) END`;
