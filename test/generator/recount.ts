import { type Cell, grouped, sum } from "./support.ts";
import type { Typed } from "./typed.ts";

/** A snapshot read back. */
export interface Read {
  readonly day: string;
  readonly models: readonly Typed[];
  readonly datasets: readonly Typed[];
}

type Counted = Readonly<Record<string, Cell[][]>>;
type Registered = (owner: string) => string;

const count = (rows: readonly unknown[]) => rows.length;
const downloads = sum<Typed>((row) => row.downloads);
const total = sum<Typed>((row) => row.total);
const likes = sum<Typed>((row) => row.likes);
const owners = (rows: readonly Typed[]) => new Set(rows.map(({ owner }) => owner.toLowerCase())).size;
const having = (test: (row: Typed) => boolean) => (rows: readonly Typed[]) => rows.filter(test).length;

/** The tables of one snapshot, counted from its rows. */
export function recounted({ day, models, datasets }: Read, registered: Registered): Counted {
  const all = [...models, ...datasets];
  const by =
    (...of: ((row: Typed) => Cell)[]) =>
    (row: Typed) => [day, ...of.map((cell) => cell(row))];
  const kind = (row: Typed) => row.kind;
  const month = ({ created }: Typed) => (created === null ? null : `${created.slice(0, 7)}-01`);
  return {
    "hub-totals": grouped(
      all,
      by(kind),
      count,
      owners,
      having((row) => row.downloads > 0),
      downloads,
      total,
      likes,
      having((row) => row.created !== null),
      having((row) => row.floor === true),
    ),
    "hub-owners": grouped(
      all,
      by(kind, (row) => registered(row.owner)),
      owners,
      count,
      downloads,
      total,
      likes,
    ),
    "hub-created": grouped(
      all,
      by(kind, month, (row) => row.floor),
      count,
      downloads,
      likes,
    ),
    "hub-download-counts": grouped(
      all,
      by(kind, (row) => row.downloads),
      count,
    ),
    "hub-licences": grouped(
      all,
      by(
        kind,
        (row) => row.licence,
        (row) => row.from,
      ),
      count,
      downloads,
    ),
    "hub-gating": grouped(
      all,
      by(kind, (row) => row.gated),
      count,
      downloads,
    ),
    "hub-tasks": grouped(
      models,
      by((row) => row.task),
      count,
      downloads,
      likes,
    ),
    "hub-libraries": grouped(
      models,
      by((row) => row.library),
      count,
      downloads,
    ),
    "hub-sizes": sizes(day, models),
    "hub-derivatives": derivatives(day, models, registered),
    "hub-dataset-tasks": datasetTasks(day, datasets),
  };
}

function sizes(day: string, models: readonly Typed[]): Cell[][] {
  const byKey = new Map(models.map((row) => [row.key, row]));
  const sized = models.map((row) => ({ row, size: withParent(row, byKey.get(row.bases[0] ?? "")) }));
  return grouped(
    sized,
    ({ size: [parameters, from] }) => [day, from, parameters === null ? null : Number(parameters.toPrecision(3))],
    count,
    sum(({ row }) => row.downloads),
  );
}

function withParent({ own, bases, relation, quantised, tensors }: Typed, parent: Typed | undefined): Typed["own"] {
  const known = parent?.own[0] ?? null;
  if (bases.length !== 1 || known === null || !["finetune", "quantized"].includes(relation ?? "")) return own;
  if (own[1] === null) return [known, "parent"];
  return own[1] === "safetensors" && quantised && tensors < 0.75 * known ? [known, "parent-over-packed"] : own;
}

function derivatives(day: string, models: readonly Typed[], registered: Registered): Cell[][] {
  const pairs = models.flatMap((row) =>
    row.bases.map((base) => ({ row, owner: base.includes("/") ? (base.split("/")[0] ?? "") : "(none)" })),
  );
  const once = (of: readonly { row: Typed }[]) => [...new Set(of.map(({ row }) => row))];
  return grouped(
    pairs,
    ({ row, owner }) => [day, registered(owner), row.relation, owner === row.owner.toLowerCase()],
    (of) => once(of).length,
    (of) => downloads(once(of)),
  );
}

function datasetTasks(day: string, datasets: readonly Typed[]): Cell[][] {
  const pairs = datasets.flatMap((row) => (row.tasks.length > 0 ? row.tasks : [null]).map((task) => ({ row, task })));
  return grouped(
    pairs,
    ({ task }) => [day, task],
    count,
    sum(({ row }) => row.downloads),
  );
}
