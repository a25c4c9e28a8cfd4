import type { SourceRecord } from "#loaders/schema/source.ts";
import { good } from "./cli.ts";
import type { Outcome } from "./store.ts";

/** One line a source: what it is, how much of it there is, and what became of it. */
export function linesOf(records: readonly SourceRecord[], outcomes: readonly Outcome[]): string {
  return records.map((record) => `${line(record)}${status(record, outcomes)}\n`).join("");
}

function line(record: SourceRecord): string {
  const { id, revision, first, last, licence } = record;
  const size = `${extent(record)}, ${bytesOf(record)} bytes`;
  return [id, revision.slice(0, 8), `${first} to ${last}`, licence.spdx ?? "no licence stated", size].join("  ");
}

function extent({ files, archives, package: pin }: SourceRecord): string {
  const archived = archives.map(({ members: { files, links } }) => `${counted(files, "file")}${linked(links)}`);
  return [
    ...(files.length > 0 ? [counted(files.length, "file")] : []),
    ...archived.map((held) => `1 archive of ${held}`),
    ...(pin ? [`${counted(pin.files.length, "file")} of ${pin.name} ${pin.version}`] : []),
  ].join(", ");
}

function linked(links: number): string {
  return links > 0 ? ` and ${counted(links, "link")}` : "";
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

function status({ id }: SourceRecord, outcomes: readonly Outcome[]): string {
  const own = outcomes.filter(({ record }) => record === id);
  const problems = own.flatMap(({ problems }) => problems).length;
  if (own.length === 0) return "";
  return problems > 0 ? `  ${counted(problems, "problem")}` : `  ${good("verified")}${reducedOf(own)}`;
}

function reducedOf(outcomes: readonly Outcome[]): string {
  const files = outcomes.filter(({ status }) => status === "reduced").length;
  return files > 0 ? `, ${counted(files, "file")} reduced` : "";
}

/** One line a source whose raw files are gone, so that reduced copies of them are read; none for others. */
export function reducedLines(outcomes: readonly Outcome[]): string[] {
  const own = Map.groupBy(outcomes, ({ record }) => record);
  const told = [...own].map(([id, some]) => [id, reducedOf(some)] as const);
  return told.filter(([, files]) => files !== "").map(([id, files]) => `${id}${files}: their raw files are gone`);
}

/** The same for machines, with the outcome of every file, archive and package and all problems. */
export function reportOf(records: readonly SourceRecord[], outcomes: readonly Outcome[]) {
  return {
    sources: records.map((record) => sourceOf(record, outcomes)),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

function sourceOf(record: SourceRecord, outcomes: readonly Outcome[]) {
  const { id, title, revision, first, last, licence, files, archives, package: pin } = record;
  const own = outcomes.filter((one) => one.record === id).map(({ path, status }) => ({ path, status }));
  return {
    ...{ id, title, revision, first, last, licence: licence.spdx },
    files: files.length,
    archives: archives.map(({ path, members }) => ({ path, files: members.files, links: members.links })),
    package: pin && { name: pin.name, version: pin.version, files: pin.files.length },
    bytes: bytesOf(record),
    outcomes: own,
  };
}

/** Bytes to bring and keep: archives as they are packed. */
function bytesOf({ files, archives, package: pin }: SourceRecord): number {
  return [...files, ...archives, ...(pin?.files ?? [])].reduce((sum, { bytes }) => sum + bytes, 0);
}
