import { directionWords } from "../directions.ts";
import type { Break } from "../figure.ts";
import { locate, type Sources, thrown } from "../locate.ts";
import type { Problem } from "../problem.ts";
import type { Told } from "../tell.ts";
import { type Drawing, draw, sizes } from "./draw.ts";

/**
 * What is wrong with a figure's drawings: they throw, say which way numbers go, which words in a drawing may not, or
 * show time without the breaks that their series crosses.
 */
export function drawFaults(told: Told, analysis: string, sources: Sources): Problem[] {
  if (told.title === "") return [];
  return Object.values(sizes).flatMap((size) => {
    try {
      const drawing = draw(told, size);
      const faults = [...spoken(drawing.inner), ...(size.phone ? [] : unbroken(told, drawing))];
      return faults.map((message) => ({ ...locate(sources, `id: "${told.id}"`), message }));
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

/** An axis of time of which nothing is declared, or a break that the picture leaves out. */
function unbroken({ id, figure, suspects }: Told, { time, missed }: Drawing): string[] {
  if (time !== null && figure.time === undefined) return [undeclared(id, suspects)];
  const remedy =
    time === "x"
      ? "its axis does not reach that day, so draw the rows on both sides of it"
      : "no axis from left to right shows time, so let one";
  return missed.map(
    ({ id: name, on }) => `figure "${id}" crosses the break "${name}" of ${on} and does not show it: ${remedy}`,
  );
}

function undeclared(id: string, suspects: readonly Break[]): string {
  const names = suspects.map(({ id: name, on }) => `"${name}" of ${on}`).join(", ");
  const lost = names === "" ? "a break in it would not be shown" : `it may cross ${names} without showing it`;
  const remedy = 'time: { on: "its column of days", counts: ["model-downloads"], members: "fixed" } or "listed"';
  return `figure "${id}" shows time and does not say what it counts, so ${lost}: add ${remedy}`;
}
