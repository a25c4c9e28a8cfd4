import type { RepositoryKind, Row } from "./content.ts";
import { fieldsOf } from "./fields.ts";
import { fromCursor, limitOf, linkTo, type Page, toCursor } from "./paging.ts";
import { type Asked, json, Refused, type Reply, refusal } from "./reply.ts";
import type { Site } from "./site.ts";

/** The fields that filters read. */
interface Listed extends Row {
  readonly id?: string;
  readonly tags?: readonly string[];
  readonly gated?: string | false;
  readonly pipeline_tag?: string;
  readonly library_name?: string;
}

/** The first condition of a cursor: the value sorted by under its own name, and the last `_id`. */
interface Cursor extends Record<string, unknown> {
  readonly _id: { readonly $gt: unknown };
}

/** What a row counts by `sort`; rows without it come last. */
const sorts: Readonly<Record<string, (row: Row) => unknown>> = {
  num_parameters: ({ safetensors }) => (safetensors as { total?: number } | undefined)?.total,
  "datasetsServerInfo.numRows": () => undefined,
  ...Object.fromEntries(
    ["createdAt", "downloads", "likes", "lastModified", "likes30d", "trendingScore", "mainSize", "id"].map(
      (name) => [name, (row: Row) => row[name]] as const,
    ),
  ),
};

/** Rows in the order of a sort, kept for as long as the rows are. */
const orders = new WeakMap<readonly Row[], Map<string, readonly Row[]>>();

/** `GET /api/models`, `/api/datasets` and `/api/spaces`. */
export async function listing({ content }: Site, { url }: Asked, kind: RepositoryKind): Promise<Reply> {
  const pick = fieldsOf(kind, url);
  const sort = url.searchParams.get("sort") ?? "trendingScore";
  const value = sorts[sort];
  if (!value) throw new Refused(refusal(400, `Invalid value for sort: ${sort}`));
  const page = keyset(ordered(await content.rows(kind), sort, value), url, sort, value);
  return json(page.items.map(pick), linkTo(url, page.next));
}

function ordered(rows: readonly Row[], sort: string, value: (row: Row) => unknown): readonly Row[] {
  const kept = orders.get(rows) ?? new Map<string, readonly Row[]>();
  orders.set(rows, kept);
  const order = kept.get(sort) ?? [...rows].sort((a, b) => compare(value(a), value(b)) || compare(idOf(b), idOf(a)));
  kept.set(sort, order);
  return order;
}

/** Descending, what is missing last. */
function compare(a: unknown, b: unknown): number {
  if (a === b || (missing(a) && missing(b))) return 0;
  if (missing(a)) return 1;
  if (missing(b)) return -1;
  return (a as number) < (b as number) ? 1 : -1;
}

function idOf({ _id }: Row): unknown {
  return _id;
}

function missing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** The rows after the cursor's value and `_id`, as many as asked for. */
function keyset(rows: readonly Row[], url: URL, sort: string, value: (row: Row) => unknown): Page<Row> {
  const limit = limitOf(url, 1000, 1000);
  const items: Row[] = [];
  const wanted = filterOf(url);
  for (let i = startOf(rows, url, sort, value); i < rows.length; i++) {
    const row = rows[i];
    if (!row || !wanted(row)) continue;
    if (items.length === limit) return { items, next: cursorAfter(items.at(-1) ?? row, sort, value) };
    items.push(row);
  }
  return { items };
}

function cursorAfter(row: Row, sort: string, value: (row: Row) => unknown): string {
  const last = value(row) ?? null;
  const same = { [sort]: last, _id: { $gt: idOf(row) } };
  return toCursor({ $or: last === null ? [same] : [same, { [sort]: { $lt: last } }, { [sort]: null }] });
}

function startOf(rows: readonly Row[], url: URL, sort: string, value: (row: Row) => unknown): number {
  const [same] = (fromCursor(url)?.$or ?? []) as Cursor[];
  if (!same) return 0;
  const id = same._id.$gt;
  const after = (row: Row) => (compare(value(row), same[sort]) || compare(id, idOf(row))) > 0;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(rows[middle] ?? {})) high = middle;
    else low = middle + 1;
  }
  return low;
}

function filterOf({ searchParams }: URL): (row: Row) => boolean {
  const tags = searchParams.getAll("filter").flatMap((tag) => tag.split(","));
  const search = searchParams.get("search")?.toLowerCase();
  const exact = (["author", "pipeline_tag"] as const).map((name) => [name, searchParams.get(name)] as const);
  const gated = searchParams.get("gated");
  return (row: Listed) =>
    exact.every(([name, value]) => value === null || row[name] === value) &&
    tags.every((tag) => tagged(row, tag)) &&
    (search === undefined || String(row.id).toLowerCase().includes(search)) &&
    (gated === null || String(Boolean(row.gated)) === gated);
}

function tagged({ tags = [], pipeline_tag, library_name }: Listed, tag: string): boolean {
  return tags.includes(tag) || pipeline_tag === tag || library_name === tag;
}
