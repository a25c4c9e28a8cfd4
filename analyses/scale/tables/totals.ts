import { hubTotals } from "#kit/hub/totals.ts";
import { defineEvidence } from "#loaders/schema/evidence.ts";
import { hub, listings } from "./standings.ts";

/** How many models, or datasets, one listing has; on the Hub also every snapshot. */
export const totals = defineEvidence({
  ...hubTotals(listings),
  name: "totals",
  key: ["observed_on", "kind"],
  wider: [{ ...hub, sql: hubTotals(hub).sql }],
});
