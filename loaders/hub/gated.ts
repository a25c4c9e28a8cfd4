/** SQL for none, auto or manual out of a truth value or text in any case ("False", "auto"); anything else is unknown. */
export function gated(sql: string): string {
  const said = `lower(CAST(${sql} AS VARCHAR))`;
  return `CASE ${said} WHEN 'false' THEN 'none' WHEN 'auto' THEN 'auto' WHEN 'manual' THEN 'manual' END`;
}
