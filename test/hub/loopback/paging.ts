/** One page of a list, and the cursor of the next. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** A number in the query, at most `most`; `otherwise` if there is none. */
export function limitOf(url: URL, otherwise: number, most: number): number {
  const limit = Number(url.searchParams.get("limit") ?? otherwise);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, most) : otherwise;
}

/** A page of a list that does not move, by an opaque cursor. */
export function pageOf<T>(all: readonly T[], url: URL, limit: number): Page<T> {
  const start = Number(fromCursor(url)?.skip ?? 0);
  const items = all.slice(start, start + limit);
  return start + limit < all.length ? { items, next: toCursor({ skip: start + limit }) } : { items };
}

/** An opaque cursor: JSON in base64. */
export function toCursor(condition: object): string {
  return Buffer.from(JSON.stringify(condition)).toString("base64");
}

/** What the query's cursor holds. */
export function fromCursor(url: URL): { readonly skip?: number; readonly $or?: readonly unknown[] } | undefined {
  const cursor = url.searchParams.get("cursor");
  if (cursor === null) return undefined;
  return JSON.parse(Buffer.from(cursor, "base64").toString()) as { skip?: number; $or?: unknown[] };
}

/** The `Link` header to the next page: this request with another cursor, absolute. */
export function linkTo(url: URL, next: string | undefined): Record<string, string> {
  if (next === undefined) return {};
  const to = new URL(url);
  to.searchParams.set("cursor", next);
  return { link: `<${to.href}>; rel="next"` };
}
