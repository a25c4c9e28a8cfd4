import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visitParents } from "unist-util-visit-parents";

/** A node of prose as the checks see it. */
export interface Piece {
  readonly type: string;
  /** Element name, for elements. */
  readonly name: string | null;
  /** Literal text, for text, code, alternative texts and titles. */
  readonly text: string | null;
  /** Attribute values; null where an attribute is an expression. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** The number that an ordered list begins with; null for all else. */
  readonly first: number | null;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** Elements around it, outermost first. */
  readonly parents: readonly Piece[];
}

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  alt?: string | null;
  title?: string | null;
  ordered?: boolean | null;
  start?: number | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

const parser = unified().use(remarkParse).use(remarkMdx);

/** All nodes of an MDX file in reading order; throws the parser's message on a syntax error. */
export function pieces(mdx: string): Piece[] {
  const found: Piece[] = [];
  const made = new Map<unknown, Piece>();
  visitParents(parser.parse(mdx), (node, ancestors) => {
    const parents = ancestors.flatMap((ancestor) => made.get(ancestor) ?? []);
    const piece = pieceOf(node as Node, parents);
    made.set(node, piece);
    found.push(piece);
  });
  return found;
}

function pieceOf(node: Node, parents: readonly Piece[]): Piece {
  return {
    type: node.type,
    name: node.name ?? null,
    text: node.value ?? ([node.alt, node.title].filter(Boolean).join(" ") || null),
    first: node.ordered === true ? (node.start ?? null) : null,
    attributes: Object.fromEntries(
      (node.attributes ?? []).map(({ name, value }) => [name ?? "...", typeof value === "string" ? value : null]),
    ),
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    parents,
  };
}
