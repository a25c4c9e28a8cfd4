import { styleText } from "node:util";
import { type ArgsDef, type CommandDef, runCommand, showUsage } from "citty";
import { closest, distance } from "fastest-levenshtein";

/** The command was called in a way that it does not know; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
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
