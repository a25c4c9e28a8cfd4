import type { Markish } from "@observablehq/plot";
import { colourOf } from "../colours.ts";

const namespace = "http://www.w3.org/2000/svg";

/** Distance between the lines of a hatch, CSS pixels. */
const pitch = 5;

/** The fill of what is hatched in an entity's colour; the drawing must hold `hatch` of the same entity. */
export function hatched(entity: string): string {
  return `url(#plot-hatch-${entity.toLowerCase()})`;
}

/** Defines the hatch of an entity for a drawing: put it before the marks that are filled with `hatched`. */
export function hatch(entity: string): Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    const make = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
      const made = context.document.createElementNS(namespace, name) as SVGElement;
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
      return made;
    };
    const box = { width: pitch, height: pitch, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    const pattern = make("pattern", { id: `plot-hatch-${entity.toLowerCase()}`, ...box });
    const line = { x1: 0, y1: 0, x2: 0, y2: pitch, stroke: colourOf(entity), "stroke-width": 3 };
    pattern.append(make("line", line));
    const defs = make("defs", {});
    defs.append(pattern);
    return defs;
  };
}
