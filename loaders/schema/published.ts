/** Subjects of published figures, in the order in which the ledger lists them, with what the ledger calls them. */
export const themes = {
  scale: "Scale",
  geography: "Countries and regions",
  sovereignty: "National programmes",
  actors: "Who builds",
  releases: "Releases",
  downloads: "Downloads",
  concentration: "Concentration",
  popularity: "Likes and use",
  derivatives: "Derivatives",
  size: "Size of models",
  properties: "Kinds of models",
  lifetime: "Lifetimes",
  libraries: "Libraries",
  hardware: "Hardware",
  compute: "Cost of compute",
  usage: "Tokens served",
  openness: "Openness",
  licences: "Licences",
  robotics: "Robotics",
  science: "Science",
  adoption: "Adoption",
  collaboration: "Collaboration",
  agents: "Agents",
  definition: "Definitions and dates",
} as const;

export type Theme = keyof typeof themes;

/** Lengths of the windows that publications count; facts say theirs in the same words, one day being a stock. */
export const windows = [
  "one day",
  "a day",
  "30 days",
  "a month",
  "7 months",
  "12 months",
  "a year",
  "63 months",
  "lifetime",
] as const;

/** What publications count; facts say theirs in the same words. */
export const nouns = [
  ...["users", "models", "datasets", "Spaces", "kernels", "papers", "releases", "derivatives", "tagged models"],
  ...["trending models", "downloads", "likes", "discussions", "requests", "tokens", "stars", "trajectories", "tasks"],
  ...["model sizes", "prices", "open price", "closed price", "closed over open price", "revenue", "ratings"],
  ...["developers", "organisations", "companies", "day of publication"],
] as const;

/** Conflicts between published figures, each with what the ledger calls it. */
export const conflicts = {
  C1: "How many users",
  C2: "How many models hardly anybody downloads",
  C3: "China and the United States",
  C4: "Countries beside independents",
  C5: "Industry, or the United States",
  C6: "The growth of model sizes",
  C7: "Qwen beside Google and Meta",
  C8: "Four counts of what is built on Qwen",
  C9: "How many models at the turn of the year",
  C10: "Baidu before its first release",
  C11: "Disclosed training data, to the decimal",
  C12: "Two averages of one paper",
  C13: "How long attention lasts",
  C14: "A table that stands alone",
  C15: "The period of one study",
} as const;

export type Conflict = keyof typeof conflicts;
