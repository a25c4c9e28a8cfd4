import { contrast } from "../colour/lab.ts";
import { gaps, overlap } from "./geometry.ts";
import { onPaper, shown, under, type Values, valueOf } from "./ground.ts";
import { labelled } from "./labels.ts";
import { type Drawn, type Mark, paintsOf, readDrawing } from "./read.ts";
import { allSeries, carries, confusion, seriesOf } from "./series.ts";

/** Least contrast of marks and of words with what lies under them, WCAG 2.2. */
export const least = { mark: 3, words: 4.5, body: 7, hues: 4, size: 12 } as const;

/** Names of paints that a drawing may use beside entities and patterns; links alone have the accent. */
const quiet = ["paper", "ink", "quiet", "rule"];

/** Everything in a drawing that somebody could fail to see, or to tell apart, in the theme with these values. */
export function drawingFaults(svg: string, values: Values): string[] {
  const drawn = readDrawing(svg);
  return [
    ...typedColours(drawn, values),
    ...faintMarks(drawn, values),
    ...faintWords(drawn, values),
    ...alike(drawn, values),
    ...touching(drawn),
  ];
}

function typedColours({ paints }: Drawn, values: Values): string[] {
  const known = ({ name }: { name: string }): boolean =>
    quiet.includes(name) || name.startsWith("url(") || (name.startsWith("entity-") && name in values);
  const wrong = [...new Set(paints.filter((paint) => !known(paint)).map(({ name }) => name))];
  return wrong.map((name) => `"${name}" is no colour of the registry: take one with colourOf`);
}

/** Marks of data below 3 to 1, unless outlined at 3 to 1, named in words beside them, or a band behind a line of their own colour. */
function faintMarks(drawn: Drawn, values: Values): string[] {
  const strong = (mark: Mark): boolean => paintsOf(mark).some((paint) => onPaper(values, paint) >= least.mark);
  const bears = (mark: Mark): boolean =>
    paintsOf(mark).some((paint) => carries(paint) || (paint.name === "rule" && mark.form !== "line"));
  const faint = drawn.marks.filter((mark) => bears(mark) && !strong(mark) && !patterned(mark));
  const named = labelled(drawn, (mark) => (faint.includes(mark) ? String(mark.order) : null));
  return faint
    .filter((mark) => !named.has(String(mark.order)) && !backed(mark, drawn.marks.filter(strong)))
    .map(
      (mark) =>
        `${article(mark)} ${mark.form} of ${seriesOf(mark) ?? "rule"} is ${best(mark, values)} to 1 on paper, less than ${least.mark}`,
    );
}

const article = ({ form }: Mark): string => (form === "area" ? "an" : "a");

const patterned = (mark: Mark): boolean => paintsOf(mark).some(({ name }) => name.startsWith("url("));

const best = (mark: Mark, values: Values): string =>
  Math.max(...paintsOf(mark).map((paint) => onPaper(values, paint))).toFixed(2);

/** Whether a strong mark of the same series runs through a translucent one. */
function backed(mark: Mark, strong: readonly Mark[]): boolean {
  if ((mark.fill?.opacity ?? 1) > 0.5) return false;
  const meets = (other: Mark): boolean => {
    const { x, y } = gaps(mark.box, other.box);
    return x === 0 && y === 0;
  };
  return strong.some((other) => seriesOf(other) === seriesOf(mark) && other.form === "line" && meets(other));
}

function faintWords(drawn: Drawn, values: Values): string[] {
  return drawn.words.flatMap((words) => {
    const ground = under(values, drawn, words);
    const paper = ground === valueOf(values, "paper");
    const [ratio, wanted] = [contrast(shown(values, words.fill, ground), ground), paper ? least.body : least.words];
    const small = words.size < least.size ? [`"${words.text}" is ${words.size} px, less than ${least.size}`] : [];
    return ratio < wanted ? [...small, `"${words.text}" is ${ratio.toFixed(2)} to 1, less than ${wanted}`] : small;
  });
}

function alike(drawn: Drawn, values: Values): string[] {
  const series = allSeries(drawn);
  const hues = series.filter(({ name }) => !/^(?:entity-(?:rest|unknown)$|url\()/.test(name));
  const many =
    hues.length > least.hues ? [`${hues.length} hues in one figure, more than ${least.hues}: make the rest grey`] : [];
  const pairs = series.flatMap((a, i) => series.slice(i + 1).flatMap((b) => confusion(values, a, b) ?? []));
  return [...many, ...pairs];
}

/** Opaque fills that lie side by side with less than a pixel between them, and no line of paper round them. */
function touching({ marks }: Drawn): string[] {
  const fills = marks.filter(
    ({ form, fill }) => ["bar", "area"].includes(form) && fill !== null && carries(fill) && fill.opacity > 0.5,
  );
  const ringed = ({ stroke, width }: Mark): boolean => stroke?.name === "paper" && width >= 1;
  const close = (a: Mark, b: Mark): boolean => {
    const { x, y } = overlap(a.box, b.box);
    const [least, most] = x < y ? [x, y] : [y, x];
    return most > 1 && least > -1 && least <= 0.5 && !ringed(a) && !ringed(b);
  };
  const pairs = fills.flatMap((a, i) =>
    fills
      .slice(i + 1)
      .filter((b) => a.form === b.form && (a.form === "area" ? adjoin(a, b) && !ringed(a) && !ringed(b) : close(a, b)))
      .map((b) => [a, b] as const),
  );
  return pairs.map(
    ([a, b]) => `${a.form}s of ${seriesOf(a)} and ${seriesOf(b)} touch: leave a pixel of paper between them`,
  );
}

/** Whether two areas share a stretch of their outlines. */
function adjoin(a: Mark, b: Mark): boolean {
  const own = new Set(a.points.map(String));
  return b.points.filter((point) => own.has(String(point))).length >= 2;
}
