import type { Read } from "./recount.ts";
import { type Cell, grouped, sum } from "./support.ts";
import type { Typed } from "./typed.ts";

interface Step {
  readonly row: Typed;
  readonly old: Typed | undefined;
  readonly isNew: boolean;
  readonly gain: number | null;
}

const number = (test: (step: Step) => boolean) => (steps: readonly Step[]) => steps.filter(test).length;
const isReset = ({ old, gain }: Step) => old !== undefined && gain !== null && gain < 0;
const year = 365 * 86_400_000;

/** Windows and flows between two snapshots, counted from their rows. */
export function recountedWindow(
  before: Read,
  after: Read,
  registered: (owner: string) => string,
): Record<string, Cell[][]> {
  const byId = before.models.every(({ hubId }) => hubId) && after.models.every(({ hubId }) => hubId);
  const name = (row: Typed) => (byId ? (row.hubId ?? "") : row.key);
  const earlier = new Map(before.models.map((row) => [name(row), row]));
  const steps = after.models.map((row) => stepOf(row, earlier.get(name(row)), before.day));
  const gained = (test: (row: Typed) => boolean) =>
    sum<Step>(({ row, gain }) => (gain === null ? null : test(row) ? Math.max(0, gain) : 0));
  const end = ({ created }: Typed) => (created === null ? Number.NEGATIVE_INFINITY : Date.parse(created) + year);
  const counted = [number(({ isNew }) => isNew), number(({ old, isNew }) => !old && !isNew), number(isReset)] as const;
  const windows = grouped(
    steps,
    ({ row }) => [before.day, after.day, registered(row.owner)],
    (all) => all.length,
    gained(() => true),
    gained((row) => Date.parse(after.day) <= end(row)),
    gained((row) => Date.parse(before.day) < end(row)),
    ...counted,
    (all) => all.filter(isReset).reduce((lost, { gain }) => lost - (gain ?? 0), 0),
    number(({ gain }) => gain === null),
  );
  const matched = new Set(steps.map(({ old }) => old).filter((old) => old !== undefined));
  const renamed = byId ? number(({ row, old }) => old !== undefined && old.key !== row.key)(steps) : null;
  const [created, reappeared, resets] = counted.map((measure) => measure(steps));
  const flow = [
    before.models.length,
    after.models.length,
    created,
    reappeared,
    before.models.length - matched.size,
    renamed,
    resets,
  ];
  return { "hub-windows": windows, "hub-flows": [[before.day, after.day, ...flow.map((cell) => cell ?? null)]] };
}

function stepOf(row: Typed, old: Typed | undefined, since: string): Step {
  if (old)
    return { row, old, isNew: false, gain: row.total === null || old.total === null ? null : row.total - old.total };
  const isNew = row.created !== null && row.created >= since;
  return { row, old, isNew, gain: isNew ? row.total : null };
}
