import { globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import ts from "typescript";

/** A module of the project: what it imports, as paths from the root or package names, and what it does that few may. */
export interface Module {
  readonly file: string;
  readonly imports: readonly string[];
  readonly effects: readonly string[];
}

const writers =
  /^(?:writeFile|appendFile|mkdir|mkdtemp|rename|rm|rmdir|unlink|copyFile|cp|open|symlink|truncate)(?:Sync)?$|^createWriteStream$/;

/** Every module of the given folders. */
export function modules(folders: readonly string[]): Module[] {
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mts,js,mjs,astro,mdx}`))
    .map((file) => file.replaceAll("\\", "/"));
  return files
    .filter((file) => !file.includes("node_modules/"))
    .sort()
    .map((file) => moduleOf(file, readFileSync(file, "utf8")));
}

/** One module, from its text. */
export function moduleOf(file: string, text: string): Module {
  const trees = scripts(file, text).map((code) => ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true));
  const nodes = trees.flatMap(descendants);
  return {
    file,
    imports: [...new Set(nodes.flatMap(specifiers).map((specifier) => resolved(file, specifier)))],
    effects: [...new Set(nodes.flatMap(effects))],
  };
}

/** The code in a file: all of a script; of a page its front matter, its script elements and its expressions. */
function scripts(file: string, text: string): string[] {
  if (file.endsWith(".mdx"))
    return [
      text
        .split("\n")
        .filter((line) => /^(?:import|export)\b/.test(line))
        .join("\n"),
    ];
  if (!file.endsWith(".astro")) return [text];
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  const elements = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? "");
  const sources = [...text.matchAll(/<script\b[^>]*\bsrc=["']([^"']+)["']/g)].map(
    ([, source]) => `import "${source}";`,
  );
  const rest = text.replace(/^---[\s\S]*?\n---/, "").replace(/<script\b[\s\S]*?<\/script>/g, "");
  const expressions = [...rest.matchAll(/\{([^{}]+)\}/g)].map(([, code]) => `(${code});`);
  return [front, ...elements, ...sources, ...expressions];
}

function descendants(node: ts.Node): ts.Node[] {
  const all: ts.Node[] = [node];
  node.forEachChild((child) => void all.push(...descendants(child)));
  return all;
}

function specifiers(node: ts.Node): string[] {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    return literals(node.moduleSpecifier);
  if (ts.isImportTypeNode(node)) return literals(node.argument);
  if (!ts.isCallExpression(node)) return [];
  const called = node.expression;
  const loads =
    called.kind === ts.SyntaxKind.ImportKeyword || /^(?:require|import\.meta\.glob)$/.test(called.getText());
  return loads ? node.arguments.slice(0, 1).flatMap((argument) => literals(argument)) : [];
}

/** Strings in a node that do not exclude. */
function literals(node: ts.Node): string[] {
  return descendants(node).flatMap((child) =>
    ts.isStringLiteralLike(child) && !child.text.startsWith("!") ? [child.text] : [],
  );
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith("#kit/")) return specifier.replace("#kit", "analyses/_kit");
  if (specifier.startsWith("#") || specifier.startsWith("/")) return specifier.slice(1);
  return specifier.startsWith(".") ? posix.normalize(posix.join(dirname(file), specifier)) : specifier;
}

function effects(node: ts.Node): string[] {
  const text = node.getText();
  if (
    ts.isPropertyAccessExpression(node) &&
    /^(?:Date\.now|Math\.random|performance\.now|crypto\.(?:randomUUID|getRandomValues)|globalThis\.\w+)$/.test(text)
  )
    return [text];
  if (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    node.expression.getText() === "Date" &&
    !node.arguments?.length
  )
    return ["new Date()"];
  if (ts.isCallExpression(node) && node.expression.getText() === "fetch") return ["fetch"];
  if (ts.isIdentifier(node) && node.text === "process" && standsAlone(node)) return ["process"];
  const writes = ts.isImportSpecifier(node) && fromFs(node) && writers.test((node.propertyName ?? node.name).text);
  if (writes) return [(node.propertyName ?? node.name).text];
  if ((ts.isNamespaceImport(node) || (ts.isImportClause(node) && node.name)) && fromFs(node)) return ["all of node:fs"];
  return [];
}

function standsAlone(node: ts.Identifier): boolean {
  const { parent } = node;
  return !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !ts.isPropertyAssignment(parent);
}

function fromFs(node: ts.Node): boolean {
  let at: ts.Node = node;
  while (!ts.isImportDeclaration(at) && at.parent) at = at.parent;
  return ts.isImportDeclaration(at) && /^["'](?:node:)?fs(?:\/promises)?["']$/.test(at.moduleSpecifier.getText());
}
