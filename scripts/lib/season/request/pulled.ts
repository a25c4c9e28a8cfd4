import type { SnapshotTable } from "#loaders/schema/snapshot.ts";
import type { Pinned, Pulled } from "./findings.ts";
import { counted, folded, list, literal } from "./markdown.ts";

/** What was pulled of the Hub: a table of the snapshots, then what is particular to each. */
export function pulled(snapshots: readonly Pulled[]): string[] {
  if (snapshots.length === 0) return ["No snapshot of the Hub is new."];
  const head = [
    "| snapshot | day | commit | file | size, bytes | sha256 | rows | against the one before |",
    "|---|---|---|---|---|---|---|---|",
  ];
  const rows = snapshots.flatMap(fileRows);
  const shown = [...head, ...rows.slice(0, 60)].join("\n");
  const rest = rows.length > 60 ? `and ${counted(rows.length - 60, "more file", "more files")}` : "";
  const gates = snapshots.map(gateLine);
  const particular = snapshots.flatMap(particulars);
  return [
    shown,
    rest,
    `Gates:\n\n${list(gates, 15)}`,
    particular.length === 0 ? "" : folded("Columns, drift, notes", list(particular, 40)),
    waivers(snapshots),
  ];
}

function fileRows({ snapshot, predecessor, bytes }: Pulled): string[] {
  const { source, label, observed_on, revision, tables } = snapshot;
  return Object.entries(tables).map(([table, { sha256, rows }]) => {
    const old = predecessor?.tables[table as SnapshotTable]?.rows;
    const cells = [`${source} ${label}`, observed_on, revision.slice(0, 12), table, whole(bytes[table] ?? 0)];
    return `| ${[...cells, sha256.slice(0, 12), whole(rows), grown(rows, old)].join(" | ")} |`;
  });
}

function whole(value: number): string {
  return value.toLocaleString("en-GB");
}

function grown(now: number, old: number | undefined): string {
  if (old === undefined || old === 0) return "first";
  const change = ((now - old) / old) * 100;
  return `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)} %`;
}

function gateLine({ snapshot }: Pulled): string {
  const { source, label, predecessor, passed, not_applicable, waivers: waived, generated } = snapshot;
  const against = predecessor === null ? "first of its series" : `held against ${predecessor}`;
  const made = generated ? ", **made up**" : "";
  return `${source} ${label}, ${against}${made}: ${passed.length} passed, ${not_applicable.length} not applicable, ${waived.length} waived`;
}

function particulars({ snapshot, predecessor }: Pulled): string[] {
  const { label, tables, notes } = snapshot;
  const about = Object.entries(tables).flatMap(([table, { columns, missing, unread, measures }]) => {
    const old = predecessor?.tables[table as SnapshotTable];
    const known = new Set([...(old?.columns ?? []), ...(old?.unread ?? [])]);
    const fresh = old === undefined ? [] : [...columns, ...unread].filter((name) => !known.has(name));
    return [
      ...named(`${label} ${table}: missing, so unknown`, missing),
      ...named(`${label} ${table}: new`, fresh),
      ...named(`${label} ${table}: drift`, old === undefined ? [] : drift(measures, old.measures)),
    ];
  });
  return [...about, ...notes.map((note) => `${label}: ${literal(note)}`)];
}

function named(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.map((name) => literal(name, 80)).join(", ")}`];
}

type Measures = Readonly<Record<string, number | null>>;

/** Measures that moved by more than a tenth. */
function drift(now: Measures, old: Measures): string[] {
  return Object.entries(now).flatMap(([name, value]) => {
    const was = old[name];
    if (value === null || was === null || was === undefined || was === 0) return [];
    return Math.abs(value / was - 1) > 0.1 ? [`${name} ${short(was)} → ${short(value)}`] : [];
  });
}

function short(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

function waivers(snapshots: readonly Pulled[]): string {
  const all = snapshots.flatMap(({ snapshot: { label, waivers: own } }) =>
    own.map(({ rule, found, because }) => `${label}: **${rule}** ${literal(found)}; because ${literal(because)}`),
  );
  return all.length === 0 ? "No rule was waived." : `Waived:\n\n${list(all)}`;
}

/** Which sources are pinned at another revision than before. */
export function sources(all: readonly Pinned[]): string {
  const state = ({ id, revision, was, generated }: Pinned): string[] => {
    const made = generated ? ", **made up**" : "";
    if (was === revision) return [];
    return [`${id} at ${literal(revision, 60)}${was === null ? ", new" : `, was ${literal(was, 60)}`}${made}`];
  };
  const other = all.flatMap(state);
  const same = all.length - other.length;
  return `${counted(same, "source")} as in the edition before.${other.length === 0 ? "" : ` Others:\n\n${list(other)}`}`;
}
