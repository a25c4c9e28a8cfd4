import { difference } from "./difference.ts";
import { type Linear, lab, linear } from "./lab.ts";

type Row = readonly [number, number, number];
type Matrix = readonly [Row, Row, Row];

/** How people see who lack one kind of cone, in linear light: Machado, Oliveira and Fernandes 2009, severity 1.0. */
const matrices: Readonly<Record<string, Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The four kinds of sight that colours are checked under. */
export const visions = ["normal", ...Object.keys(matrices)] as const;

/** Linear light of a colour as somebody of that vision sees it. */
export function seen(hex: string, vision: string): Linear {
  const light = linear(hex);
  const matrix = matrices[vision];
  if (matrix === undefined) return light;
  const row = ([r, g, b]: Row): number => Math.min(1, Math.max(0, r * light[0] + g * light[1] + b * light[2]));
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIEDE2000 between two colours under a vision. */
export function apart(a: string, b: string, vision: string): number {
  return difference(lab(seen(a, vision)), lab(seen(b, vision)));
}

/** The vision, of those asked for, under which two colours are most alike, and how far apart they are then. */
export function closest(
  a: string,
  b: string,
  under: readonly string[] = visions,
): { readonly vision: string; readonly gap: number } {
  const gaps = under.map((vision) => ({ vision, gap: apart(a, b, vision) }));
  return gaps.reduce((least, one) => (one.gap < least.gap ? one : least));
}

/** Difference of lightness L* between two colours: what a grey print leaves of them. */
export function greyGap(a: string, b: string): number {
  return Math.abs(lab(linear(a))[0] - lab(linear(b))[0]);
}
