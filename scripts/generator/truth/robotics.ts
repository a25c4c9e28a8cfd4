import type { Moment } from "../parts/calendar.ts";
import { monthOf } from "./dates.ts";
import type { Cell, DatasetFacts, ModelFacts, Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

const task = "robotics";

interface Held {
  readonly owner: string;
  models: number;
  downloads: number;
}

/** Robotics among the datasets and the models of the last snapshot. */
export function robotics(last: number): Statistics {
  const categories = new Tally(
    "robotics/category-months",
    ["observed_on", "month", "at_floor", "category"],
    ["datasets", "downloads_30d"],
  );
  const tasks = new Tally(
    "robotics/model-tasks",
    ["source", "observed_on", "task", "tagged", "lerobot", "newest_month", "removed"],
    ["models", "downloads_30d", "top_downloads_30d", "unused", "naming", "naming_own"],
    ["top_downloads_30d"],
  );
  const libraries = new Tally(
    "robotics/robotics-libraries",
    ["source", "observed_on", "library"],
    ["models", "downloads_30d"],
  );
  const namespaces = new Map<number, Held>();
  let now: Moment | undefined;
  const told = (row: ModelFacts, day: string) => {
    const { downloads } = row;
    tasks.add(["hub", day, ...signs(row, day)], [1, downloads, downloads, Number(downloads === 0), ...named(row)]);
    if (row.task !== task) return;
    libraries.add(["hub", day, row.library], [1, downloads]);
    const held = namespaces.get(row.owner.key) ?? { owner: row.owner.registered, models: 0, downloads: 0 };
    held.models += 1;
    held.downloads += downloads;
    namespaces.set(row.owner.key, held);
  };
  return {
    begin: (moment) => {
      now = moment;
    },
    model: (row) => {
      if (now?.number === last) told(row, now.observedOn);
    },
    dataset: (row) => {
      if (now?.number !== last) return;
      const month = row.createdOn === null ? null : monthOf(row.createdOn);
      for (const category of categoriesOf(row))
        categories.add([now.observedOn, month, row.atFloor === true, category], [1, row.downloads]);
    },
    tables: () => [
      ...[categories.table(), tasks.table(), libraries.table()],
      frequencies(namespaces.values(), now?.observedOn ?? ""),
    ],
  };
}

function categoriesOf({ tasks }: DatasetFacts): readonly string[] {
  return ["(all)", ...(tasks.length > 0 ? tasks : ["(none)"])];
}

function signs(row: ModelFacts, day: string): Cell[] {
  const newest = row.createdOn !== null && monthOf(row.createdOn) === `${day.slice(0, 7)}-01`;
  return [row.task, row.tags.includes(task), row.library === "lerobot", newest, false];
}

function named({ tags, namesOwn }: ModelFacts): number[] {
  return [tags.some((tag) => tag.startsWith("dataset:")), namesOwn].map(Number);
}

function frequencies(held: Iterable<Held>, day: string) {
  const key = ["source", "observed_on", "owner", "held"];
  const tally = new Tally("robotics/robotics-namespaces", key, ["namespaces", "downloads_30d"]);
  for (const { owner, models, downloads } of held) tally.add(["hub", day, owner, models], [1, downloads]);
  return tally.table();
}
