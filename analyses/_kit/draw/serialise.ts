/** The parts of a DOM node that serialising reads; linkedom and browsers both have them. */
export interface SvgNode {
  readonly nodeType: number;
  /** Name of an element in the case in which it was made; in an HTML document `nodeName` is upper case. */
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<SvgNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

const element = 1;
const text = 3;
const dropped = /^(?:aria-|xmlns)/;
const verbatim = new Set(["class", "id", "href", "fill", "stroke", "font-family", "style"]);

/** Writes an SVG subtree as text: escaped, coordinates rounded to a hundredth, ids kept inside `namespace`. */
export function serialise(node: SvgNode, namespace: string): string {
  const clips = new Map<string, string>();
  const local = (id: string): string => {
    if (id.startsWith("plot-hatch-")) return `${namespace}-${id.slice(5)}`;
    if (!clips.has(id)) clips.set(id, `${namespace}-clip-${clips.size + 1}`);
    return clips.get(id) ?? id;
  };
  const write = (child: SvgNode): string => {
    if (child.nodeType === text) return escapeXml(child.textContent ?? "");
    const name = child.localName ?? "";
    if (child.nodeType !== element || name === "style") return "";
    const attributes = [...(child.attributes ?? [])].filter((attribute) => !dropped.test(attribute.name));
    const written = attributes.map(
      ({ name: key, value }) => ` ${key}="${escapeXml(rename(rounded(key, value), local))}"`,
    );
    const inner = [...child.childNodes].map(write).join("");
    return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
  };
  return [...node.childNodes].map(write).join("");
}

/** Escapes text for element content and double-quoted attributes. */
export function escapeXml(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function rounded(name: string, value: string): string {
  if (verbatim.has(name)) return value;
  return value.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, (number) => String(Math.round(Number(number) * 100) / 100));
}

function rename(value: string, local: (id: string) => string): string {
  return value.replace(/plot-(?:clip-\d+|hatch-[\w-]+)/g, local);
}
