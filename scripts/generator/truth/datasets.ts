import type { Statistics } from "./facts.ts";
import { Firsts, Tally } from "./tally.ts";

/** What is counted of datasets alone, and of daily papers. */
export function datasetsAndPapers(): Statistics {
  const tasks = new Tally("hub-dataset-tasks", ["observed_on", "task"], ["datasets", "downloads_30d"]);
  const papers = new Tally("hub-papers", ["observed_on", "month"], ["papers", "upvotes", "with_code", "organisations"]);
  const organisations = new Firsts();
  let day = "";
  return {
    begin: (moment) => {
      day = moment.observedOn;
      organisations.forget();
    },
    dataset: (row) => {
      const all = row.tasks.length > 0 ? row.tasks : [null];
      for (const task of all) tasks.add([day, task], [1, row.downloads]);
    },
    paper: ({ month, upvotes, withCode, organisation }) => {
      const first = organisation === null ? 0 : organisations.first(month, organisation);
      papers.add([day, month], [1, upvotes, Number(withCode), first]);
    },
    tables: () => [tasks.table(), papers.table()],
  };
}
