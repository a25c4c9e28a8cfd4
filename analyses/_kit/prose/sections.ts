import { pieces } from "./parse.ts";

/** A part of prose under one heading of the second level. */
export interface Section {
  readonly title: string;
  /** Offset of the heading in the file. */
  readonly start: number;
  /** Ids of the published figures that it quotes. */
  readonly published: readonly string[];
}

/** The sections of prose, in reading order; what stands before the first heading belongs to none. */
export function sectionsOf(mdx: string): Section[] {
  const sections: { title: string; start: number; published: string[] }[] = [];
  for (const { type, name, text, start, attributes, parents } of pieces(mdx)) {
    const heading = parents.findLast((parent) => parent.type === "heading");
    if (type === "heading") sections.push({ title: "", start, published: [] });
    const last = sections.at(-1);
    if (last === undefined) continue;
    if (type === "text" && heading !== undefined) last.title += text ?? "";
    if (name === "Published") last.published.push(attributes.id ?? "");
  }
  return sections;
}
