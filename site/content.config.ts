import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

/** Prose of every chapter, `analyses/<analysis>/<edition>.mdx`, under the id `<analysis>/<edition>`. */
const chapters = defineCollection({ loader: glob({ base: "./analyses", pattern: ["*/*.mdx", "!_*/**"] }) });

export const collections = { chapters };
