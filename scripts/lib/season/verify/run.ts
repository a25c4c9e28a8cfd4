import { spawn } from "node:child_process";
import { resolve as absolute } from "node:path";

/** What a command left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  /** Last lines of what it said on stderr. */
  readonly said: string;
}

/** Settings that a sealed file must not depend on, and what npm tells the scripts of another folder. */
const foreign =
  /^(?:SITE_URL|SITE_BASE|SEALING_EDITION|NODE_OPTIONS|INIT_CWD|npm_(?!config_)\w*|npm_config_local_prefix)$/i;

/** Runs npm in a folder, away from the settings of the one who calls; its SOURCE_MIRROR stays the folder that it is here. */
export function npm(cwd: string, args: readonly string[]): Promise<Ran> {
  const child = spawn("npm", args, { cwd, env: environment(process.env), stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve) => {
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error) => resolve({ code: 1, out: "", said: error.message }));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), said: lastLines(Buffer.concat(err).toString()) }),
    );
  });
}

function environment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(from).filter(([name]) => !foreign.test(name));
  const mirror = from.SOURCE_MIRROR ? { SOURCE_MIRROR: absolute(from.SOURCE_MIRROR) } : {};
  return { ...Object.fromEntries(kept), ...mirror, CI: "1", NO_COLOR: "1" };
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-12).join("\n");
}
