import { DataError } from "#loaders/schema/errors.ts";
import type { SnapshotOrigin } from "#loaders/schema/snapshot.ts";
import type { SourceRecord } from "#loaders/schema/source.ts";
import { listed, listFaults } from "./template-listing.ts";

/** What a record says of where its rows are from. */
export type Told = Pick<SourceRecord, "title" | "producer" | "licence" | "homepage">;

const about = (repository: string) => `https://huggingface.co/datasets/${repository}`;

/** What is known of the repositories that copy the Hub. */
const copies: Readonly<Record<string, Told>> = {
  "hfmlsoc/hub_weekly_snapshots": {
    title: "Weekly snapshots of the Hub",
    producer: "hfmlsoc, from cfahlgren1/hub-stats",
    licence: {
      spdx: "ODbL-1.0",
      url: about("hfmlsoc/hub_weekly_snapshots"),
      note: "Weekly copies of hub-stats, which is Apache-2.0; the texts of the cards are their authors'.",
    },
    homepage: about("hfmlsoc/hub_weekly_snapshots"),
  },
  "cfahlgren1/hub-stats": {
    title: "hub-stats: daily snapshots of the Hub",
    producer: "hub-stats",
    licence: {
      spdx: "Apache-2.0",
      url: about("cfahlgren1/hub-stats"),
      note: "The texts of the cards are their authors'.",
    },
    homepage: about("cfahlgren1/hub-stats"),
  },
};

const madeUp = (homepage: string): Told => ({
  title: "A Hub that was made up",
  producer: "The generator of this project",
  licence: { spdx: "CC0-1.0", url: null, note: "No row is anybody's." },
  homepage,
});

const counters = {
  downloads: "Downloads in the last 30 days, as the Hub shows them.",
  downloadsAllTime: "Downloads since the repository was created; files before 2025-02-26 do not have it.",
  likes: "Likes of all time.",
  "safetensors.total": "Parameters by the safetensors metadata.",
};

const faults = [
  "The label of a snapshot, the time of its commit and the day that its rows speak of are three days; the last is that of the newest change.",
  "createdAt is 2022-03-02 for every repository that is older: the Hub has no earlier dates.",
  "Repositories that were deleted, made private or renamed are not there under their old name.",
  "downloads counts requests of the last 30 days, not users, and must not be added over snapshots.",
  "downloads of datasets counts something else since September 2024.",
  "Counters stand still for days and catch up later; those of all time fell for many repositories in May 2025 and June 2026.",
  "Snapshots of some days are missing, and some commits hold a part of the rows.",
  "cardData and gguf are JSON in text; timestamps without a zone mean UTC.",
  "Columns come and go: cardData from about 2024-10, downloadsAllTime from 2025-02-26, baseModels and gguf from 2025-07; models has no gated by 2026-10.",
  "safetensors.total is what a header claims: packed weights are counted as they are stored in a few repositories.",
];

/** A record for the first snapshot of a source, without its files; throws a `DataError` for copies that nobody has described. */
export function templateOf(origin: SnapshotOrigin, today: string): SourceRecord {
  const { source: id, repository, revision, observed_on, generated, part } = origin;
  const told = toldOf(origin);
  const where = part === undefined ? `Hugging Face Datasets, ${repository}, at the revisions of the files` : repository;
  return {
    ...{ id, ...told, citation: `${told.title}. ${where}.` },
    ...{ revision, accessed: today, population: part ?? "models and datasets of the Hugging Face Hub" },
    ...{ complete: part === undefined, generated, first: observed_on, last: observed_on, counters },
    ...{ faults: faultsOf(origin), files: [], archives: [], package: null },
  };
}

function toldOf({ repository, generated, part, files }: SnapshotOrigin): Told {
  const told = generated ? madeUp(new URL(files[0]?.url ?? about(repository)).origin) : copies[repository];
  if (told) return told;
  if (part !== undefined) return listed;
  throw new DataError(`snapshot of ${repository}`, [
    `nothing is known of these copies, such as their licence; known are ${Object.keys(copies).join(" and ")}`,
  ]);
}

function faultsOf({ generated, part }: SnapshotOrigin): string[] {
  const made = generated ? ["Every row was made up."] : faults;
  return part === undefined ? made : [...made, ...listFaults];
}
