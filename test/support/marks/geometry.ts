/** A box in the coordinates of a drawing, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Point = readonly [x: number, y: number];

type Read = (name: string) => string | null;

const number = (read: Read, name: string): number => Number.parseFloat(read(name) ?? "0");

/** Points that a shape runs through, before any transform: corners of a box, ends of a line, vertices of a path. */
export function pointsOf(name: string, read: Read): Point[] {
  const at = (key: string): number => number(read, key);
  if (name === "circle") {
    const r = at("r");
    return [
      [at("cx") - r, at("cy") - r],
      [at("cx") + r, at("cy") + r],
    ];
  }
  if (name === "rect") {
    return [
      [at("x"), at("y")],
      [at("x") + at("width"), at("y") + at("height")],
    ];
  }
  if (name === "line") {
    return [
      [at("x1"), at("y1")],
      [at("x2"), at("y2")],
    ];
  }
  return name === "path" ? vertices(read("d") ?? "") : pairs(numbers(read("points") ?? ""));
}

function numbers(text: string): number[] {
  return [...text.matchAll(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi)].map(([value]) => Number(value));
}

function pairs(values: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(values.length / 2) }, (_, i) => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0]);
}

/** End points of the segments of a path; control points of curves are left out, arcs count by their ends. */
function vertices(d: string): Point[] {
  const found: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    for (const [dx, dy] of steps(command, numbers(rest), x, y)) {
      [x, y] = [dx, dy];
      found.push([x, y]);
    }
  }
  return found;
}

const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

function steps(command: string, values: readonly number[], fromX: number, fromY: number): Point[] {
  const kind = command.toUpperCase();
  const size = sizes[kind] ?? 0;
  const own = command !== kind;
  let [x, y] = [fromX, fromY];
  return Array.from({ length: size === 0 ? 0 : Math.floor(values.length / size) }, (_, i): Point => {
    const part = values.slice(i * size, (i + 1) * size);
    const [a = 0, b = 0] = part.slice(-2);
    const [dx, dy] = [own ? x : 0, own ? y : 0];
    [x, y] = kind === "H" ? [dx + a, y] : kind === "V" ? [x, dy + a] : [dx + a, dy + b];
    return [x, y];
  });
}

/** The box around points. */
export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Distance between two boxes along each axis; 0 where they overlap. */
export function gaps(a: Box, b: Box): { readonly x: number; readonly y: number } {
  return {
    x: Math.max(0, a.left - b.right, b.left - a.right),
    y: Math.max(0, a.top - b.bottom, b.top - a.bottom),
  };
}

/** Length by which two boxes overlap along each axis; negative where they lie apart. */
export function overlap(a: Box, b: Box): { readonly x: number; readonly y: number } {
  return {
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  };
}

/** Whether a point lies inside a box. */
export function inside([x, y]: Point, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
