import type { Snapshot } from "#loaders/schema/snapshot.ts";
import { good } from "../../cli.ts";
import { sizeText } from "../../hub/meter.ts";
import type { Sizes } from "./copies.ts";
import type { SeriesResult } from "./run.ts";
import type { Step } from "./step.ts";

/** One line on a day of a series: rows, missing columns, drift, and bytes raw and as they are kept. */
export function stepLine(step: Step): string {
  const { day, after } = step.due;
  if (step.status === "missing") return `missing   ${day}  upstream has nothing after ${after} and up to this day\n`;
  if ("problems" in step)
    return `${step.status.padEnd(8)}  ${named(step.label, day)}  ${step.problems[0]?.split("\n")[0]}\n`;
  const { record, before } = step.admitted;
  const parts = [rowsOf(record), missingOf(record), driftOf(record, before), bytesOf(step.sizes)];
  return `${good(step.status.padEnd(8))}  ${named(record.label, day)}  ${parts.filter((part) => part !== "").join("; ")}\n`;
}

function named(label: string, day: string): string {
  return label === day ? label : `${label} for ${day}`;
}

function rowsOf({ tables }: Snapshot): string {
  return Object.entries(tables)
    .map(([table, { rows }]) => `${rows.toLocaleString("en-GB")} ${table.replace("daily_", "")}`)
    .join(", ");
}

function missingOf({ tables }: Snapshot): string {
  const names = Object.entries(tables).flatMap(([table, { missing }]) => missing.map((name) => `${table}.${name}`));
  return names.length === 0 ? "no column missing" : `missing ${names.join(", ")}`;
}

function driftOf({ tables }: Snapshot, before: Snapshot | null): string {
  if (before === null) return "the first of its series";
  const told = (["rows", "downloads"] as const).flatMap((name) => {
    const [now, then] = [tables.models?.measures[name], before.tables.models?.measures[name]];
    return now && then ? [`${(now / then).toPrecision(3)} times its models' ${name}`] : [];
  });
  return `against ${before.label} ${told.join(" and ")}`;
}

function bytesOf({ raw, kept, whole }: Sizes): string {
  return whole ? `${sizeText(raw)} raw` : `${sizeText(raw)} -> ${sizeText(kept)}`;
}

/** The end of a series: how many days had what, and the disk in use. */
export function endLine({ steps, disk }: SeriesResult): string {
  const counts = (["admitted", "kept", "refused", "failed", "missing"] as const).map(
    (status) => `${steps.filter((step) => step.status === status).length} ${status}`,
  );
  const { cache, incoming, quarantine } = disk;
  const places = [`cache ${sizeText(cache)}`, `incoming ${sizeText(incoming)}`, `quarantine ${sizeText(quarantine)}`];
  return `${counts.join(", ")}; on the disk: ${places.join(", ")}\n`;
}

/** The same for machines. */
export function seriesReport({ series, steps, stopped, disk }: SeriesResult) {
  return { series, steps: steps.map(stepReport), stopped, disk };
}

function stepReport(step: Step) {
  const { status, due } = step;
  if (step.status === "missing") return { status, ...due };
  if ("problems" in step) return { status, ...due, label: step.label, problems: step.problems };
  const { record, before } = step.admitted;
  const tables = Object.entries(record.tables).map(([table, { rows, missing }]) => ({ table, rows, missing }));
  const { label, observed_on } = record;
  return { status, ...due, label, observed_on, predecessor: before?.label ?? null, tables, sizes: step.sizes };
}
