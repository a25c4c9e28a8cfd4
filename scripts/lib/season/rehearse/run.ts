import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { DataError } from "#loaders/schema/errors.ts";

/** How a verb ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Ends a process with this one, if it still runs then. */
export function endWithThis(child: ChildProcess): void {
  const end = (): void => void child.kill();
  process.once("exit", end);
  child.once("close", () => process.removeListener("exit", end));
}

/** Runs a verb of a project, `scripts/NAME.ts`, in its folder; `tell` hears each line of its progress. */
export function runVerb(
  root: string,
  [verb = "", ...args]: readonly string[],
  { env = {}, tell = () => {} }: { env?: NodeJS.ProcessEnv; tell?: (line: string) => void } = {},
): Promise<Ran> {
  const settings = { ...process.env, NO_COLOR: "1", ...env };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "scripts", `${verb}.ts`), ...args], { cwd: root, env: settings });
    endWithThis(child);
    const said = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.err += text;
      for (const line of text.split("\n")) if (line.trim() !== "") tell(line);
    });
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? 1, ...said }));
  });
}

/** The same of a verb that must end well; throws a `DataError` with what it said last. */
export async function mustRun(...call: Parameters<typeof runVerb>): Promise<string> {
  const { code, out, err } = await runVerb(...call);
  if (code === 0) return out;
  const lines = err.trim().split("\n").slice(-60);
  throw new DataError(`npm run ${call[1].slice(0, 3).join(" ")} ended with ${code}`, lines);
}
