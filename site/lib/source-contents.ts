import type { SourceRecord } from "#loaders/schema/source.ts";
import { counted, grouped } from "./words.ts";

/** Number of rows above which a list of files is left to the manifest. */
export const maxRows = 60;

interface Pinned {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const path = { label: "Path", code: true };
const bytes = { label: "Bytes", number: true };
const sha256 = { label: "SHA-256", code: true };

/** Lists of what is pinned of a source, one for each kind of content that it has, as a page shows them. */
export function contentsOf({ id, files, archives, package: pin }: SourceRecord) {
  const plain = pin?.files ?? files;
  const from = pin ? `${pin.name} ${pin.version} that are read` : `${id} at the pinned revision`;
  const all = [
    { kind: "files", summary: extent(plain), caption: `Files of ${from}`, ...fileTable(plain) },
    { kind: "archives", summary: archived(archives), caption: `Archives of ${from}`, ...archiveTable(archives) },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** What is pinned of a source in a few words: "1 archive of 5,477 files and 209 links, 344,857 bytes". */
export function extentOf({ files, archives, package: pin }: SourceRecord): string {
  const parts = [
    ...(files.length > 0 ? [extent(files)] : []),
    ...(archives.length > 0 ? [archived(archives)] : []),
    ...(pin ? [`${extent(pin.files)}, of the npm package ${pin.name} ${pin.version}`] : []),
  ];
  return parts.join("; ");
}

function extent(files: readonly Pinned[]): string {
  return `${counted(files.length, "file")}, ${grouped(total(files.map((file) => file.bytes)))} bytes`;
}

function archived(archives: SourceRecord["archives"]): string {
  const files = total(archives.map(({ members }) => members.files));
  const links = total(archives.map(({ members }) => members.links));
  const size = total(archives.map((archive) => archive.bytes));
  const held = `${counted(files, "file")}${links > 0 ? ` and ${counted(links, "link")}` : ""}`;
  return `${counted(archives.length, "archive")} of ${held}, ${grouped(size)} bytes`;
}

function fileTable(files: readonly Pinned[]) {
  return {
    head: [path, bytes, sha256],
    rows: files.map((file) => [file.path, grouped(file.bytes), file.sha256]),
  };
}

function archiveTable(archives: SourceRecord["archives"]) {
  const count = (label: string) => ({ label, number: true });
  const head = [path, bytes, count("Files"), count("Links"), count("Bytes unpacked"), sha256];
  return {
    head: [...head, { label: "SHA-256 of the listing of its entries", code: true }],
    rows: archives.map(({ members, ...archive }) => [
      archive.path,
      ...[archive.bytes, members.files, members.links, members.bytes].map(grouped),
      archive.sha256,
      members.sha256,
    ]),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
