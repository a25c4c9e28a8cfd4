/** What one bucket of the Hub's limits says: requests left, and seconds until its window ends. */
export interface RateLimit {
  /** `api`, `resolvers` or `pages`. */
  readonly bucket: string;
  readonly left: number;
  readonly seconds: number;
}

/** What one bucket allows: requests in a window of some seconds. */
export interface RatePolicy {
  readonly bucket: string;
  readonly quota: number;
  readonly seconds: number;
}

/** Reads `RateLimit`, such as `"api";r=0;t=55`; what cannot be read is left out. */
export function rateLimitsOf(header: string | null): RateLimit[] {
  return items(header).flatMap(({ bucket, numbers: { r, t } }) =>
    r === undefined || t === undefined ? [] : [{ bucket, left: r, seconds: t }],
  );
}

/** Reads `RateLimit-Policy`, such as `"fixed window";"api";q=500;w=300`; what cannot be read is left out. */
export function ratePoliciesOf(header: string | null): RatePolicy[] {
  return items(header).flatMap(({ bucket, numbers: { q, w } }) =>
    q === undefined || w === undefined ? [] : [{ bucket, quota: q, seconds: w }],
  );
}

/** Milliseconds that `Retry-After` asks for, as seconds or as an HTTP date; null where it says nothing. */
export function retryAfterOf(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const day = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(day) ? null : Math.max(0, day - now);
}

interface Item {
  readonly bucket: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Items of a header, each with its last quoted name and its whole numbers. */
function items(header: string | null): Item[] {
  return (header ?? "").split(",").flatMap((item) => {
    const parts = item.split(";").map((part) => part.trim());
    const bucket = parts.flatMap((part) => /^"([^"]+)"$/.exec(part)?.[1] ?? []).at(-1);
    const pairs = parts.flatMap((part) => {
      const [, name, value] = /^([a-z]+)=(\d{1,9})$/.exec(part) ?? [];
      return name && value ? [[name, Number(value)] as const] : [];
    });
    return bucket === undefined ? [] : [{ bucket, numbers: Object.fromEntries(pairs) }];
  });
}
