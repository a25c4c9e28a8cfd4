import { styleText } from "node:util";
import { type ArgsDef, type CommandDef, runCommand, type SubCommandsDef, showUsage } from "citty";
import { closest, distance } from "fastest-levenshtein";

/** The command was called in a way that it does not know; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** One of several verbs of a script, loaded when it is called. */
export interface Verb {
  readonly description: string;
  run(rawArgs: string[]): Promise<void>;
}

/** Runs the verb that the first word names, and says which there are where it names none. */
export async function mainOf(
  meta: { readonly name: string; readonly description: string },
  verbs: Readonly<Record<string, Verb>>,
): Promise<void> {
  const [name = "", ...rest] = process.argv.slice(2);
  const verb = verbs[name];
  if (verb !== undefined) return await verb.run(rest);
  if (["", "--help", "-h"].includes(name)) return await showUsage({ meta, subCommands: told(verbs) });
  process.exitCode = 2;
  process.stderr.write(`${bad(`unknown verb "${name}"; ${suggestion(name, Object.keys(verbs))}`)}\n`);
}

function told(verbs: Readonly<Record<string, Verb>>): SubCommandsDef {
  return Object.fromEntries(
    Object.entries(verbs).map(([name, { description }]) => [name, { meta: { name, description } }]),
  );
}

/** Runs a command: exit code 0 when all is well, 1 when something failed, 2 when it was called wrongly. */
export async function main<T extends ArgsDef>(command: CommandDef<T>, rawArgs = process.argv.slice(2)): Promise<void> {
  try {
    if (rawArgs.includes("--help") || rawArgs.includes("-h")) return await showUsage(command);
    rejectUnknownFlags(command, rawArgs);
    await runCommand(command, { rawArgs });
  } catch (error) {
    process.exitCode = isUsage(error) ? 2 : 1;
    process.stderr.write(`${bad(error instanceof Error ? error.message : String(error))}\n`);
  }
}

/** Text in red, where the stream and NO_COLOR allow colour. */
export function bad(text: string): string {
  return styleText("red", text, { stream: process.stderr });
}

/** Text in green, where the stream and NO_COLOR allow colour. */
export function good(text: string): string {
  return styleText("green", text, { stream: process.stdout });
}

/** The known words among those asked for; throws a `UsageError` that suggests a near one for each unknown. */
export function choose(asked: readonly string[], known: readonly string[], noun: string): string[] {
  const unknown = asked.filter((word) => !known.includes(word));
  if (unknown.length === 0) return asked.length > 0 ? [...new Set(asked)] : [...known];
  throw new UsageError(unknown.map((word) => `unknown ${noun} "${word}"; ${suggestion(word, known)}`).join("\n"));
}

function suggestion(word: string, known: readonly string[]): string {
  const near = known.length > 0 ? closest(word, [...known]) : "";
  const likely = near !== "" && distance(word, near) <= Math.max(2, near.length / 3);
  return likely ? `did you mean ${near}?` : `known: ${known.join(", ") || "none"}`;
}

function rejectUnknownFlags<T extends ArgsDef>({ args }: CommandDef<T>, rawArgs: readonly string[]): void {
  const known = typeof args === "object" ? Object.keys(args).map((name) => `--${name}`) : [];
  const flags = rawArgs
    .filter((arg) => arg.startsWith("-") && !/^-\d/.test(arg))
    .map((arg) => arg.split("=")[0] ?? arg);
  choose(flags, [...known, "--help"], "option");
}

function isUsage(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && error.name === "CLIError");
}
