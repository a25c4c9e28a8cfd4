/**
 * SQL for a table `authors` of every namespace of a query with the column `space`, in lower case: as the registry spells
 * it, else by number, so that statistics can allow for authors without naming those that the registry does not know.
 */
export function authorsOf(from: string): string {
  return `authors AS (
      SELECT space, coalesce(registered, '(unregistered ' || place || ')') AS author FROM (
        SELECT s.space, o.owner AS registered,
          row_number() OVER (PARTITION BY o.owner IS NULL ORDER BY s.space) AS place
        FROM (SELECT DISTINCT space FROM ${from}) s LEFT JOIN owners o ON lower(o.owner) = s.space
      )
    )`;
}
