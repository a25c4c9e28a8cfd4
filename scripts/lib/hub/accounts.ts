import { readFile } from "node:fs/promises";
import { z } from "zod";
import { putText } from "../snapshots/put.ts";
import type { Hub } from "./hub.ts";

const day = 86_400_000;

const account = z.object({ kind: z.enum(["org", "user"]).nullable(), asked: z.number() });
const file = z.object({ endpoint: z.string(), accounts: z.record(z.string(), account) });

/** Accounts by name in lower case, with the time in milliseconds at which the Hub was asked. */
export type AccountFile = Map<string, z.infer<typeof account>>;

/** Accounts that the Hub was asked for not too long ago; none from a file that is not there, or that cannot be read. */
export async function readAccounts(path: string, { endpoint, clock }: Hub): Promise<AccountFile> {
  const text = await readFile(path, "utf8").catch(() => "");
  const kept = file.safeParse(parsed(text)).data;
  if (kept?.endpoint !== endpoint) return new Map();
  const age = (asked: number) => (clock.now() - asked) / day;
  const fresh = Object.entries(kept.accounts).filter(([, { kind, asked }]) => age(asked) < (kind === null ? 7 : 90));
  return new Map(fresh);
}

/** Keeps accounts, whole or not at all. */
export async function writeAccounts(path: string, { endpoint }: Hub, accounts: AccountFile): Promise<void> {
  await putText(path, `${JSON.stringify({ endpoint, accounts: Object.fromEntries(accounts) })}\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
