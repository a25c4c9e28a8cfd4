import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { HubContent } from "./content.ts";
import { type ActiveFault, type Effect, type Fault, Faults } from "./faults.ts";
import { type Quota, Rates } from "./rates.ts";
import { type Asked, bytes, type FileBytes, type OriginName, type Reply } from "./reply.ts";
import { answer } from "./routes.ts";
import { send } from "./send.ts";
import type { Site } from "./site.ts";
import { usualLayout, type XetLayout } from "./xet-layout.ts";

/** A request that a server was sent. */
export interface LoggedRequest {
  readonly method: string;
  readonly origin: OriginName;
  /** With its query. */
  readonly path: string;
  /** In lower case, `authorization` among them. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the answer; 0 until there is one, or for none. */
  status: number;
}

/** How a loopback Hub is to be. */
export interface LoopbackOptions {
  /** Port of the Hub; any free one unless said. */
  readonly port?: number;
  /** Requests that are allowed, and refused beyond; any number unless said. */
  readonly quota?: Quota;
  /** How files are cut for Xet. */
  readonly layout?: Partial<XetLayout>;
  /** Milliseconds since 1970; the system's unless said. */
  readonly now?: () => number;
}

/** A Hub on 127.0.0.1. */
export interface LoopbackHub {
  /** The Hub, the store of its large files, and a server that nobody should be led to. */
  readonly url: string;
  readonly cdnUrl: string;
  readonly foreignUrl: string;
  /** Every request so far, to any of the servers. */
  readonly requests: readonly LoggedRequest[];
  /** Makes requests fail from now on. */
  fail(fault: Fault): ActiveFault;
  close(): Promise<void>;
}

/** Starts a Hub that holds the content. */
export async function startHub(content: HubContent, options: LoopbackOptions = {}): Promise<LoopbackHub> {
  const { port = 0, now = Date.now } = options;
  const requests: LoggedRequest[] = [];
  const faults = new Faults();
  const rates = new Rates(options.quota, now);
  const servers: Record<OriginName, Server> = { hub: createServer(), cdn: createServer(), foreign: createServer() };
  const urls = {
    hub: await listen(servers.hub, port),
    cdn: await listen(servers.cdn),
    foreign: await listen(servers.foreign),
  };
  const site: Site = { content, urls, layout: { ...usualLayout, ...options.layout }, xet: new Map(), now };
  for (const origin of ["hub", "cdn", "foreign"] as const)
    servers[origin].on("request", (request: IncomingMessage, response: ServerResponse) => {
      void serve({ site, faults, rates, requests, origin }, request, response);
    });
  const close = async () => void (await Promise.all(Object.values(servers).map(stop)));
  const fail = (fault: Fault) => faults.add(fault);
  return { url: urls.hub, cdnUrl: urls.cdn, foreignUrl: urls.foreign, requests, fail, close };
}

interface Serving {
  readonly site: Site;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly requests: LoggedRequest[];
  readonly origin: OriginName;
}

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "", headers } = request;
  const logged: LoggedRequest = { method, origin: serving.origin, path: url, headers, status: 0 };
  const number = serving.requests.push(logged);
  try {
    const reply = await replyTo(serving, request, await text(request));
    const named = { ...reply, headers: { "x-request-id": `loopback-${number}`, ...reply.headers } };
    if (reply.wire?.never === undefined) logged.status = reply.status;
    await send(named, response, method === "HEAD");
  } catch (error) {
    if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error));
  }
}

async function replyTo(
  { site, faults, rates, origin }: Serving,
  request: IncomingMessage,
  body: string,
): Promise<Reply> {
  const { method = "", headers } = request;
  const url = new URL(request.url ?? "", site.urls[origin]);
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  const plain = { method, origin, url, headers, token, body, urls: site.urls };
  const effects = faults.on(plain);
  const content = (file: FileBytes) => effects.reduce((changed, effect) => effect.content?.(changed) ?? changed, file);
  const asked: Asked = { ...plain, content };
  const { answer: instead } = effects.find((effect) => effect.answer) ?? {};
  return changed(effects, instead ? instead(asked) : await usual(site, rates, asked), asked);
}

async function changed(effects: readonly Effect[], first: Reply, asked: Asked): Promise<Reply> {
  let reply = first;
  for (const effect of effects) if (effect.reply) reply = await effect.reply(reply, asked);
  return reply;
}

async function usual(site: Site, rates: Rates, asked: Asked): Promise<Reply> {
  const { refused, headers } = rates.take(asked);
  const reply = refused ?? (await answer(site, asked).catch((error: unknown) => broken(error)));
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

function broken(error: unknown): Reply {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, headers: { "content-type": "text/plain" }, body: bytes(`the loopback Hub broke: ${told}`) };
}

async function listen(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
