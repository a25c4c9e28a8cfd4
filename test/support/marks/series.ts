import { closest, greyGap } from "../colour/vision.ts";
import { shown, type Values } from "./ground.ts";
import { labelled } from "./labels.ts";
import { type Drawn, type Mark, type Paint, paintsOf } from "./read.ts";

/** All that is drawn in one entity's colour, or in one pattern. */
export interface Series {
  readonly name: string;
  readonly marks: readonly Mark[];
  /** Its colour at its strongest. */
  readonly paint: Paint;
  readonly labelled: boolean;
}

/** Least difference of two colours, CIEDE2000 for sight and L* for a grey print. */
export const least = { sight: 10, grey: 10 } as const;

/** Whether a paint carries data: an entity's colour or a pattern. */
export function carries({ name }: Paint): boolean {
  return name.startsWith("entity-") || name.startsWith("url(");
}

/** The entity or pattern that a mark shows. */
export function seriesOf(mark: Mark): string | null {
  return paintsOf(mark).find(carries)?.name ?? null;
}

/** The series of a drawing, in the order in which they are painted. */
export function allSeries(drawn: Drawn): Series[] {
  const named = labelled(drawn, seriesOf);
  const groups = Map.groupBy(
    drawn.marks.filter((mark) => seriesOf(mark) !== null),
    (mark) => seriesOf(mark) ?? "",
  );
  return [...groups].map(([name, marks]) => ({ name, marks, paint: strongest(marks), labelled: named.has(name) }));
}

function strongest(marks: readonly Mark[]): Paint {
  const paints = marks.flatMap(paintsOf).filter(carries);
  return paints.reduce((most, one) => (one.opacity > most.opacity ? one : most));
}

/** How the main marks of a series look apart from their colour: dashes of its lines, else its fills, else shapes of its dots. */
function looks({ marks, name }: Series): ReadonlySet<string> {
  if (name.startsWith("url(")) return new Set(["pattern"]);
  const of = (form: Mark["form"]): Mark[] => marks.filter((mark) => mark.form === form);
  const [lines, bars, areas, dots] = [of("line"), of("bar"), of("area"), of("dot")];
  if (lines.length > 0) return new Set(lines.map(({ dash }) => `line ${dash ?? "solid"}`));
  if (bars.length + areas.length > 0) return new Set([...bars, ...areas].map(({ form }) => form));
  return new Set(dots.map(({ shape, fill }) => `${shape} ${fill?.name === "paper" ? "open" : "full"}`));
}

/** What else than colour tells two series apart, strongest first; null when nothing does. */
export function channel(a: Series, b: Series): "form" | "label" | null {
  if (looks(a).isDisjointFrom(looks(b))) return "form";
  return a.labelled && b.labelled ? "label" : null;
}

/**
 * Why two series of one drawing can be taken for each other; null when they cannot.
 *
 * Colours must differ under normal sight, or the forms must. Without one kind of cone, or in grey, labels at both will do.
 */
export function confusion(values: Values, a: Series, b: Series): string | null {
  const [one, other] = [shown(values, a.paint), shown(values, b.paint)];
  const { vision, gap } = closest(one, other);
  const grey = greyGap(one, other);
  const second = channel(a, b);
  if (second === "form") return null;
  const plain = closest(one, other, ["normal"]).gap;
  const of = `${a.name} and ${b.name}`;
  if (plain < least.sight) return `${of} differ by ${plain.toFixed(1)} in colour, less than ${least.sight}: ${remedy}`;
  if (second === "label") return null;
  if (gap < least.sight) return `${of} differ by ${gap.toFixed(1)} under ${vision} vision: ${remedy}`;
  return grey < least.grey ? `${of} differ by ${grey.toFixed(1)} in a grey print: ${remedy}` : null;
}

const remedy = "give one a dash, another symbol or a pattern, or label both where they are drawn";
