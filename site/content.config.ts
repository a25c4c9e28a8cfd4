import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

/** Prose of every chapter, `analyses/<analysis>/<edition>.mdx`, under the id `<analysis>/<edition>`. */
const chapters = defineCollection({ loader: glob({ base: "./analyses", pattern: ["*/*.mdx", "!_*/**"] }) });

/** Prose on published figures that conflict, under the id of the edition. */
const conflicts = defineCollection({ loader: glob({ base: "./analyses/_ledger", pattern: "*.mdx" }) });

export const collections = { chapters, conflicts };
