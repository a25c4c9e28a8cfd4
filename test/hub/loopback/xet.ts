import type { Repository } from "./content.ts";
import { fileReply, type Part, partsOf } from "./ranges.ts";
import { type Asked, bytes, type FileBytes, json, Refused, type Reply, refusal } from "./reply.ts";
import { commitOf, type Site } from "./site.ts";
import type { Stored } from "./stored.ts";
import { bytesOf, type Term, termsOf, unpacked, xorbOf } from "./xet-layout.ts";

const token = "xet_loopback";

/** `GET /api/datasets/NAME/xet-read-token/REVISION`: a token for the store, good for an hour. */
export function readToken({ urls, now }: Site, repository: Repository, revision: string): Reply {
  commitOf(repository, decodeURIComponent(revision));
  return json({ accessToken: token, casUrl: urls.cdn, exp: Math.floor(now() / 1000) + 3600 });
}

/** `GET /v1/reconstructions/HASH` and `/v2/...`: which chunks of which xorbs make the bytes of `Range`. */
export function reconstruction(site: Site, asked: Asked, version: string, hash: string): Reply {
  if (asked.token !== token) throw new Refused(refusal(401, "Unauthorized"));
  const file = fileBehind(site, hash);
  const [range] = partsOf(asked.headers.range ?? "bytes=0-", file.size) ?? [{ start: 0, end: file.size - 1 }];
  if (!range) return { status: 416, headers: {}, body: bytes("") };
  const { chunk } = site.layout;
  const terms = termsOf(site.layout, Math.floor(range.start / chunk), Math.floor(range.end / chunk) + 1);
  const about = {
    offset_into_first_range: range.start % chunk,
    terms: terms.map((term) => ({
      hash: xorbHash(hash, term.xorb),
      unpacked_length: unpacked(site.layout, file.size, term),
      range: { start: term.start, end: term.end },
    })),
  };
  return json({ ...about, ...(version === "v2" ? xorbs : fetchInfo)(site, hash, file, terms) });
}

function xorbs(site: Site, hash: string, file: Stored, terms: readonly Term[]) {
  const entries = [...Map.groupBy(terms, ({ xorb }) => xorb)].map(([xorb, own]) => {
    const ranges = own.map((term) => ({
      chunks: { start: term.start, end: term.end },
      bytes: bytesOf(site.layout, file.size, term),
    }));
    const url = signed(
      site,
      hash,
      xorb,
      ranges.map((range) => range.bytes),
    );
    return [xorbHash(hash, xorb), [{ url, ranges }]] as const;
  });
  return { xorbs: Object.fromEntries(entries) };
}

function fetchInfo(site: Site, hash: string, file: Stored, terms: readonly Term[]) {
  const entries = [...Map.groupBy(terms, ({ xorb }) => xorb)].map(([xorb, own]) => {
    const parts = own.map((term) => {
      const url_range = bytesOf(site.layout, file.size, term);
      return { range: { start: term.start, end: term.end }, url: signed(site, hash, xorb, [url_range]), url_range };
    });
    return [xorbHash(hash, xorb), parts] as const;
  });
  return { fetch_info: Object.fromEntries(entries) };
}

/** A xorb's hash tells whose it is: the file's, with its number in the last eight digits. */
function xorbHash(hash: string, xorb: number): string {
  return hash.slice(0, 56) + xorb.toString(16).padStart(8, "0");
}

function signed({ urls }: Site, hash: string, xorb: number, parts: readonly Part[]): string {
  const ranges = encodeURIComponent(header(parts));
  return `${urls.cdn}/xorbs/default/${xorbHash(hash, xorb)}?X-Xet-Signed-Range=${ranges}`;
}

function header(parts: readonly Part[]): string {
  return `bytes=${parts.map(({ start, end }) => `${start}-${end}`).join(",")}`;
}

/** `GET /xorbs/default/HASH`: the chunks, in the ranges that the URL is signed for and no others. */
export function xorb(site: Site, asked: Asked, hash: string): Reply {
  const file = fileBehind(site, hash);
  const content = asked.content({ size: file.size, etag: '""', read: (start, end) => file.read(start, end) });
  const all: FileBytes = { ...xorbOf(site.layout, content, Number.parseInt(hash.slice(56), 16)), etag: `"${hash}"` };
  const allowed = asked.url.searchParams.get("X-Xet-Signed-Range")?.slice(6).split(",") ?? [];
  const wanted = asked.headers.range?.slice(6).split(",") ?? ["all"];
  if (!wanted.every((part) => allowed.includes(part))) throw new Refused(refusal(403, "Access denied"));
  return fileReply({ ...asked, content: (same) => same }, all);
}

function fileBehind({ xet }: Site, hash: string): Stored {
  const found = [...xet].find(([known]) => known.startsWith(hash.slice(0, 56)));
  if (found) return found[1];
  throw new Refused(refusal(404, "No such reconstruction"));
}
