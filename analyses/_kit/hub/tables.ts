import type { EvidenceSchema } from "#loaders/schema/evidence.ts";
import { hubCreated } from "./created.ts";
import { hubDerivatives } from "./derivatives.ts";
import { hubDownloadCounts } from "./download-counts.ts";
import { hubGating } from "./gating.ts";
import { hubLicences } from "./licences.ts";
import { hubOwners } from "./owners.ts";
import { hubPapers } from "./papers.ts";
import { hubSizes } from "./sizes.ts";
import type { HubStanding } from "./standing.ts";
import { hubDatasetTasks, hubLibraries, hubTasks } from "./tasks.ts";
import { hubTotals } from "./totals.ts";
import { hubFlows, hubWindows } from "./windows.ts";

/** Every evidence table that can be made of the Hub's files; an analysis exports those that it needs from its `tables.ts`. */
export const hubTables: readonly ((standing: HubStanding) => EvidenceSchema)[] = [
  ...[hubTotals, hubOwners, hubCreated, hubDownloadCounts, hubLicences, hubTasks, hubLibraries, hubDatasetTasks],
  ...[hubSizes, hubDerivatives, hubGating, hubPapers, hubWindows, hubFlows],
];
