import { knownSubject } from "../gates/subjects.ts";
import { gateKinds, gateScopes, type gates } from "../schema/gates.ts";
import { snapshotTables } from "../schema/snapshot.ts";
import type { Row } from "../schema/table.ts";
import { check, oneOf, supported } from "./checks.ts";
import type { Lines } from "./csv.ts";

type Gate = Row<typeof gates>;

/** Kinds that say nothing without a limit. */
const limited = new Set(["era", "rows", "dates", "range", "monotone", "drift"]);

/** Rules of admission: known tables, kinds and subjects, limits that hold something, reasons with a source. */
export function checkGates(lines: Lines<typeof gates>, problems: string[]): void {
  check(lines, problems, (row) => [
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.id ?? "") && `id "${row.id}" is not in lower case with single -`,
    ...tables(row),
    oneOf("kind", row.kind, gateKinds),
    oneOf("scope", row.scope, gateScopes),
    ...limits(row),
    supported(row.source),
  ]);
}

function tables({ tables, kind, subject }: Gate): (string | false)[] {
  const named = tables?.split("+") ?? [];
  return [
    ...named.map((table) => oneOf("table", table, snapshotTables)),
    ...named.map(
      (table) => !knownSubject(kind, subject, table) && `subject "${subject}" is none of ${kind} in ${table}`,
    ),
  ];
}

function limits({ kind, least, most, exceptions }: Gate): (string | false)[] {
  return [
    limited.has(kind) && least === null && most === null && `${kind} needs least or most`,
    least !== null && most !== null && least > most && `least ${least} is above most ${most}`,
    exceptions !== null && !(exceptions >= 0 && exceptions < 1) && `exceptions ${exceptions} is no share below 1`,
  ];
}
