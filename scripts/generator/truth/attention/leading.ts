import type { Columns, Shelf } from "../columns.ts";
import type { Cell, Statistics } from "../facts.ts";
import { type Placed, places } from "../places.ts";

/** Places to which the first of every snapshot are told, and those of the newest with their names. */
const [depth, named] = [110, 25];

const ranks = ["like_rank", "download_rank", "lifetime_rank", "discussion_rank"];
const counts = ["likes", "downloads_30d", "downloads_all_time", "discussions"];

/** The first models of each snapshot by likes and by downloads, and who they are in the newest. */
export function leading(listed: Shelf, id: (index: number) => string): Statistics {
  const [first, known]: [Cell[][], Cell[][]] = [[], []];
  let day = "";
  let newest = false;
  return {
    begin: (moment) => {
      [day, newest] = [moment.observedOn, moment.left === 0];
    },
    end: () => {
      const { likes, downloads, total } = listed.now;
      const found = places([likes, downloads, total], depth, id);
      for (const one of found) first.push(["hub", day, ...one.ranks, null, ...counted(listed.now, one)]);
      if (newest)
        for (const one of found.filter(near))
          known.push(["hub", day, ...whose(id(one.index)), ...leader(listed.now, one)]);
    },
    tables: () => [
      {
        name: "attention/crawl-ranks",
        key: ["part", "observed_on", "like_rank"],
        columns: ["part", "observed_on", ...ranks, ...counts, "year"],
        rows: first,
      },
      {
        name: "attention/crawl-leading",
        key: ["part", "observed_on", "repo"],
        columns: [
          ...["part", "observed_on", "repo", "owner", "like_rank", "download_rank", "discussion_rank"],
          ...["likes", "downloads_30d", "discussions"],
        ],
        rows: known,
      },
    ],
  };
}

function near({ ranks: [like, download] }: Placed): boolean {
  return (like ?? Number.POSITIVE_INFINITY) <= named || (download ?? Number.POSITIVE_INFINITY) <= named;
}

function counted({ likes, downloads, total, year }: Columns, { index }: Placed): Cell[] {
  const cell = (column: Float64Array): Cell => known(column[index]);
  return [cell(likes), cell(downloads), cell(total), null, cell(year)];
}

function leader({ likes, downloads }: Columns, { index, ranks: [like = null, download = null] }: Placed): Cell[] {
  return [like, download, null, known(likes[index]), known(downloads[index]), null];
}

function known(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value;
}

function whose(id: string): [repo: string, owner: string] {
  return [id, id.includes("/") ? (id.split("/")[0] ?? "") : "(none)"];
}
