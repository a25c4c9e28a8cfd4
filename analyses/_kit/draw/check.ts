import { directionWords } from "../directions.ts";
import { locate, type Sources, thrown } from "../locate.ts";
import type { Problem } from "../problem.ts";
import type { Told } from "../tell.ts";
import { draw, sizes } from "./draw.ts";

/** What is wrong with a figure's drawings: they throw, or say which way numbers go, which words in a drawing may not. */
export function drawFaults(told: Told, analysis: string, sources: Sources): Problem[] {
  if (told.title === "") return [];
  return Object.values(sizes).flatMap((size) => {
    try {
      return spoken(draw(told, size).inner).map((message) => ({ ...locate(sources, `id: "${told.id}"`), message }));
    } catch (error) {
      return [thrown(error, analysis, `drawing "${told.id}" ${size.width} wide`)];
    }
  });
}

function spoken(svg: string): string[] {
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, text = ""]) => text);
  return texts.flatMap((text) =>
    directionWords(text).map(({ text: word }) => `a drawing says "${word}": claims belong in titles and prose`),
  );
}
