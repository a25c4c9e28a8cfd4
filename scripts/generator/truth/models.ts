import type { Statistics } from "./facts.ts";
import { Tally } from "./tally.ts";

/** What is counted of models alone: tasks, libraries and sizes. */
export function models(): Statistics {
  const tasks = new Tally("hub-tasks", ["observed_on", "pipeline_tag"], ["models", "downloads_30d", "likes"]);
  const libraries = new Tally("hub-libraries", ["observed_on", "library"], ["models", "downloads_30d"]);
  const sizes = new Tally("hub-sizes", ["observed_on", "parameters_from", "parameters"], ["models", "downloads_30d"]);
  let day = "";
  return {
    begin: (moment) => {
      day = moment.observedOn;
    },
    model: ({ task, library, size, downloads, likes }) => {
      tasks.add([day, task], [1, downloads, likes]);
      libraries.add([day, library], [1, downloads]);
      sizes.add([day, size.from, rounded(size.parameters)], [1, downloads]);
    },
    tables: () => [tasks, libraries, sizes].map((tally) => tally.table()),
  };
}

/** A whole number to three significant digits, halves up. */
export function rounded(value: number | null): number | null {
  if (value === null) return null;
  const unit = 10 ** Math.max(0, String(value).length - 3);
  return Math.floor((value + unit / 2) / unit) * unit;
}
