/** Which promise of the Hub, or to it, was broken. */
export type HubRule = keyof typeof remedies;

const again = "run the command again: what is verified is kept";

/** What to do about each. */
export const remedies = {
  setting: "correct HF_ENDPOINT or HF_TOKEN",
  token: "make a new token with read access and set HF_TOKEN, or unset HF_TOKEN to go on anonymously",
  gated: "accept the conditions on the page of the repository, and set HF_TOKEN to a token of that account",
  repository: "check the name; if the repository is private, set HF_TOKEN to a token that may read it",
  revision: "check the branch, date or commit; an old commit may be gone: choose another, or another source",
  file: "check the path at that revision",
  refused: "read what the Hub says, and mend the request",
  limited: "wait for the window to end and run the command again, or set HF_TOKEN: a token has a larger quota",
  server: `the Hub is in trouble: ${again} later`,
  network: `check the connection; ${again}`,
  timeout: `check the connection; ${again}`,
  redirect: "check HF_ENDPOINT: the address leads nowhere",
  foreign: "check HF_ENDPOINT; if it is right, do not use this answer: it leads to another server",
  json: "check HF_ENDPOINT, and that no proxy or login page answers in its place",
  link: "do not use this list: its pages cannot be followed to the end",
  loop: "do not use this list: its pages do not end; run the command again later",
  ended: "ask for as many rows as there are; if there are more, run the command again later",
  order: "do not use this list: it is not the one asked for; run the command again later",
  cap: "ask for fewer rows, or use the Parquet snapshots for the whole Hub",
  range: `the server did not send the bytes asked for: ${again}`,
  shape: "the Hub has changed what it answers: compare with the documentation, and mend the loader",
  size: `the transfer was cut or upstream has changed: ${again}, then compare the commit`,
  hash: `the transfer was damaged or upstream has changed: ${again}, then compare the commit`,
  changed: `the file changed while it came: ${again}; it asks for the commit anew`,
  disk: `make room on the disk; ${again}`,
  write: "only reading is allowed: this client never changes the Hub",
} as const;
