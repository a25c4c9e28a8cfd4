import { execFile } from "node:child_process";
import { join } from "node:path";

/** What a call of `season` left. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Calls a verb of `season` in a project, with settings beside those of the caller; no mirror unless given. */
export function season(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const options = { cwd, env: { ...process.env, SOURCE_MIRROR: "", NO_COLOR: "1", ...env }, maxBuffer: 1 << 27 };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(process.cwd(), "scripts/season.ts"), ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}
