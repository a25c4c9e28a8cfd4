import { downloadFile, type FileDownloadInfoOutput, fileDownloadInfo, HubApiError } from "@huggingface/hub";
import type { Pinned } from "#loaders/schema/source.ts";
import { type ByteStream, type Open, TransportError } from "../transport.ts";
import { HubError, hubErrorOf, nameOf } from "./error.ts";
import type { Hub } from "./hub.ts";
import { type Probe, probing } from "./probe.ts";
import type { HubRule } from "./rules.ts";

/** A file of a dataset repository at a commit. */
export interface HubFile extends Pinned {
  readonly repo: string;
  readonly revision: string;
  readonly path: string;
}

/** What the client may hold of a file that comes in pieces, in bytes. */
const inFlight = 64 * 1024 * 1024;

/**
 * Opens a file of the Hub at an offset, by the client, whether it is plain or in Xet.
 *
 * Throws a `HubError` for what no further attempt mends, and a `TransportError` for a transfer that broke.
 */
export function openerOf(hub: Hub, file: HubFile): Open {
  let etag: string | null = null;
  const judge = judgeOf(file);
  return async (_url, offset) => {
    try {
      const probe = probing(hub.params.fetch);
      const info = await infoOf(hub, file, probe);
      const from = etag === null || etag === info.etag ? offset : 0;
      etag = info.etag;
      return await begin(hub, file, info, from, probe, judge).catch((error) => {
        if (from > 0 && isRangeless(error)) return begin(hub, file, info, 0, probe, judge);
        throw error;
      });
    } catch (error) {
      throw isFinal(error) ? hubErrorOf(error, subjectOf(file)) : judge(error);
    }
  };
}

async function infoOf({ params }: Hub, file: HubFile, probe: Probe): Promise<FileDownloadInfoOutput> {
  const { revision, path, sha256, bytes } = file;
  const info = await fileDownloadInfo({ ...params, fetch: probe.fetch, repo: repoOf(file), revision, path });
  const name = nameOf(subjectOf(file));
  if (info === null) throw new HubError(name, "file", "is not there any more");
  const linked = /^"([0-9a-f]{64})"$/.exec(probe.linked() ?? "")?.[1] ?? sha256;
  if (linked !== sha256) throw new HubError(name, "changed", `is announced with sha256 ${linked} instead of ${sha256}`);
  if (info.size !== bytes)
    throw new HubError(name, "changed", `is announced with ${info.size} bytes instead of ${bytes}`);
  return info;
}

async function begin(
  { params }: Hub,
  file: HubFile,
  info: FileDownloadInfoOutput,
  from: number,
  probe: Probe,
  judge: Judge,
): Promise<ByteStream> {
  const { revision, path } = file;
  const blob = await downloadFile({
    ...{ ...params, fetch: probe.fetch, repo: repoOf(file), revision, path },
    ...{ downloadInfo: info, parallelDownloads: { maxInFlightBytes: inFlight } },
  });
  if (blob === null) throw new HubError(nameOf(subjectOf(file)), "file", "is not there any more");
  const started = info.xet ? null : probe.started(from);
  const stream = blob.slice(from).stream();
  return { start: (await started) ?? from, chunks: drain(stream, judge) };
}

async function* drain(stream: AsyncIterable<Uint8Array>, judge: Judge): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw judge(error);
  }
}

/** Whether a server does not do ranges, so that the file must come whole. */
function isRangeless(error: unknown): boolean {
  return error instanceof HubError && error.rule === "range";
}

function isFinal(error: unknown): boolean {
  return error instanceof HubError || error instanceof HubApiError;
}

/** What a transfer that stopped is thrown as. */
type Judge = (error: unknown) => HubError | TransportError;

const passing: ReadonlySet<HubRule> = new Set(["network", "timeout", "json", "range", "size"]);

/** What may pass is tried again, and so is one refusal of the store, whose signatures expire; all else is final. */
function judgeOf(file: HubFile): Judge {
  let mayExpire = true;
  return (error) => {
    if (error instanceof TransportError) return error;
    const known = hubErrorOf(error, subjectOf(file));
    const expired = mayExpire && error instanceof HubApiError && [401, 403].includes(error.statusCode);
    if (expired) mayExpire = false;
    return expired || passing.has(known.rule) ? new TransportError("network", known.detail) : known;
  };
}

function subjectOf({ repo, revision, path }: HubFile) {
  return { repo, revision, file: path };
}

function repoOf({ repo }: HubFile) {
  return { type: "dataset", name: repo } as const;
}
