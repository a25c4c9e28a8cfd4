import type { Advice } from "#kit/recommendations.ts";
import { checking } from "./advice/checking.ts";
import { choosing } from "./advice/choosing.ts";
import { paying } from "./advice/paying.ts";

/** Everything that the chapter advises, in the order of its sections. */
export const advice: readonly Advice[] = [...choosing, ...checking, ...paying];
