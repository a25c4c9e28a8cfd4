import { type CategoryRow, ranked, spell, stock } from "./categories.ts";
import { byTask, type Population, type TaskRow, total } from "./populations.ts";
import { type Point, perMonth } from "./published.ts";
import { robotics } from "./tables/standings.ts";

/** How many categories, or tasks, a figure shows. */
const shown = 12;

/** Published counts, each with what it adds a month; and the listing's own by the end of each month, where it has any. */
export function pointFrame(points: readonly Point[], rows: readonly CategoryRow[]) {
  const published = points.map(({ id, on, datasets }, i) => {
    const before = points[i - 1];
    const added = before === undefined ? null : Math.round(perMonth(before, { id, on, datasets }));
    return { on, origin: "published", datasets, added, id };
  });
  return [...published, ...counted(rows)];
}

function counted(rows: readonly CategoryRow[]) {
  const months = [...new Set(rows.flatMap(({ month }) => month ?? []))].sort();
  return months
    .map((month) => ({
      on: endOf(month),
      origin: "counted",
      datasets: stock(rows, robotics, month),
      added: null,
      id: null,
    }))
    .filter(({ datasets }) => datasets > 0);
}

function endOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The categories with most datasets, and robotics wherever it stands. */
export function categoryFrame(rows: readonly CategoryRow[]) {
  const all = ranked(rows).map((row, i) => ({ ...row, place: i + 1 }));
  const first = all.slice(0, shown);
  const own = all.find(({ category }) => category === robotics) ?? { category: robotics, datasets: 0, place: null };
  return (first.some(({ category }) => category === robotics) ? first : [...first, own]).map(
    ({ category, datasets, place }) => ({ category: spell(category), place, datasets }),
  );
}

/** Tasks that most models name, each with its share of models and of downloads. */
export function taskFrame({ rows }: Population) {
  const [models, downloads] = [total(rows, "models"), total(rows, "downloads_30d")];
  const tasks = [...Map.groupBy(rows.filter(isNamed), ({ task }) => task)].map(([task, own]) => ({
    task,
    of: total(own, "models"),
    models: total(own, "models") / models,
    downloads: downloads === 0 ? 0 : total(own, "downloads_30d") / downloads,
  }));
  const sorted = tasks.sort((a, b) => b.of - a.of || (a.task < b.task ? -1 : 1));
  return sorted
    .filter(({ task }, i) => i < shown || task === robotics)
    .map(({ task, ...row }) => ({ task: spell(task), ...row }));
}

/** How many models name a dataset of their own publisher: those for robotics by library, and those for other tasks. */
export function ownFrame({ rows }: Population) {
  const robotic = rows.filter(byTask);
  const groups = [
    { group: "robotics, LeRobot", robotic: true, own: robotic.filter(({ lerobot }) => lerobot) },
    { group: "robotics, other libraries", robotic: true, own: robotic.filter(({ lerobot }) => !lerobot) },
    ...otherTasks(rows).map(([task, own]) => ({ group: spell(task), robotic: false, own })),
  ];
  return groups.flatMap(({ own, ...group }) => {
    const of = total(own, "models");
    return of === 0 ? [] : [{ ...group, of, own: total(own, "naming_own") / of, naming: total(own, "naming") / of }];
  });
}

/** Tasks other than robotics that most models name. */
function otherTasks(rows: readonly TaskRow[]): [string, TaskRow[]][] {
  const tasks = [
    ...Map.groupBy(
      rows.filter((row) => isNamed(row) && !byTask(row)),
      ({ task }) => task ?? "",
    ),
  ];
  return tasks
    .sort(([a, x], [b, y]) => total(y, "models") - total(x, "models") || (a < b ? -1 : 1))
    .slice(0, shown - 2);
}

function isNamed(row: TaskRow): row is TaskRow & { readonly task: string } {
  return row.task !== null && !row.task.startsWith("(");
}

/** Whether a population has any model for robotics. */
export function hasRobotics({ rows }: Population): boolean {
  return rows.some(byTask);
}
