/** The listing of every model of the Hub in October 2022. */
export const early = "model-cards-2022";

/** The complete Hub on one day. */
export const standing = { sources: [early], population: "public models on the Hub", complete: true } as const;

/** The complete Hub on the days of its snapshots as well. */
export const wider = { ...standing, sources: ["hub", early] } as const;
