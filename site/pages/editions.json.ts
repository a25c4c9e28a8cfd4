import { notice, text } from "../lib/downloads.ts";
import { jsonText } from "../lib/files.ts";
import { href } from "../lib/links.ts";
import { reports } from "../lib/report.ts";

/** All editions, newest first. */
export function GET(): Response {
  const editions = reports.map(({ generated, edition: { id, title, status, as_of, compiled } }) => ({
    id,
    title,
    status,
    ...notice({ generated }),
    as_of,
    compiled,
    path: href(`${id}/`),
  }));
  return text(jsonText({ editions }), "application/json");
}
