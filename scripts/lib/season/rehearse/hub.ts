import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DataError } from "#loaders/schema/errors.ts";
import { endWithThis } from "./run.ts";

/** A loopback Hub in a process of its own. */
export interface Served {
  readonly url: string;
  /** Ends the process and waits until it has. */
  stop(): Promise<void>;
}

/** The server that tests and rehearsals share. */
const server = join("test", "hub", "loopback", "serve.ts");

/** Serves generated months as a Hub on 127.0.0.1, by the server of a project; throws what it says if it does not start. */
export async function serveHub(root: string, folder: string): Promise<Served> {
  const child = spawn(process.execPath, [join(root, server), folder], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  endWithThis(child);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text)),
    ended.then(() => null),
  ]);
  if (line === null || !URL.canParse(line)) {
    child.kill();
    throw new DataError("the loopback Hub does not start", [said.trim() || (line ?? "it said nothing")]);
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await ended;
  };
  return { url: line, stop };
}
