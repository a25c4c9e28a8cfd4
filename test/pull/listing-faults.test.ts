import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { HubError } from "#scripts/lib/hub/error.ts";
import { listTop } from "#scripts/lib/hub/listing.ts";
import {
  brokenLink,
  type Effect,
  emptyList,
  foreignLink,
  gzipJunk,
  html,
  never,
  redirectLoop,
  redirectTo,
  relativeLink,
  repeatedRows,
  selfLink,
  status,
  tightLink,
  tooMany,
  unquotedLink,
  vanishedRows,
} from "#test/hub/loopback/index.ts";
import { datasetList, leaks, listingHub, namesOf, rightNames } from "./listing-support.ts";
import { failure, token } from "./support.ts";

const { server, hub, clock } = await listingHub();
afterAll(() => server.close());

let from = 0;
beforeEach(() => {
  from = server.requests.length;
  clock.slept.length = 0;
});

const lists = /^\/api\/(models|datasets)\?/;

/** Runs work while requests for lists fail in a way; a list that goes on for ever meets an end after 60. */
async function under<T>(
  effect: Effect,
  counts: { after?: number; times?: number },
  work: () => Promise<T>,
): Promise<T> {
  const fault = server.fail({ path: lists, effect, ...counts });
  const end = server.fail({ path: lists, after: 60, effect: status(418) });
  try {
    return await work();
  } finally {
    fault.lift();
    end.lift();
  }
}

const since = () => server.requests.slice(from);

describe("a list", () => {
  test("comes in pages of 500, in its order, each row once", async () => {
    const { names, listed } = await namesOf(hub, 1200);
    expect(names.toSorted()).toEqual(rightNames(1200).toSorted());
    expect(listed).toEqual({ pages: 3, rows: 1200, duplicates: 0 });
    expect(since().every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
  });

  test("of datasets too", async () => {
    const found: string[] = [];
    const listed = await listTop(datasetList, 600, hub, ({ name }) => found.push(name));
    expect([listed.rows, new Set(found).size]).toEqual([600, 600]);
  });

  test("with rows that come again is right, and says how many did", async () => {
    const { names, listed } = await under(repeatedRows(40), {}, () => namesOf(hub, 1200));
    expect(names.toSorted()).toEqual(rightNames(1200).toSorted());
    expect(listed).toEqual({ pages: 3, rows: 1200, duplicates: 80 });
  });

  test("with rows that vanish between pages is as long as asked for, without a row twice", async () => {
    const { names, listed } = await under(vanishedRows(10), {}, () => namesOf(hub, 1200));
    expect([new Set(names).size, listed.rows, listed.duplicates]).toEqual([1200, 1200, 0]);
    expect(rightNames(1220)).toEqual(expect.arrayContaining(names));
  });

  test.each([
    ["RateLimit", tooMany({ ratelimit: '"api";r=0;t=55' }), [56_000, 56_000]],
    ["Retry-After", tooMany({ "retry-after": "7" }), [7000, 7000]],
    [
      "Retry-After as a date",
      tooMany({ "retry-after": new Date(clock.now() + 1e6).toUTCString() }),
      [expect.any(Number), 1000],
    ],
    ["no header", tooMany(), [14_063, 28_125]],
    ["bursts of 5xx", status(503), [750, 1500]],
    ["hung up", never("hung up"), [750, 1500]],
  ] as const)("outlasts two failures in its middle: %s", async (_, effect, slept) => {
    const { listed } = await under(effect, { after: 1, times: 2 }, () => namesOf(hub, 1200));
    expect(listed).toEqual({ pages: 3, rows: 1200, duplicates: 0 });
    expect(clock.slept).toEqual(slept);
  });
});

describe("a list that ends in an error", () => {
  test.each([
    ["429 without end", tooMany(), 0, "limited"],
    ["500 without end", status(500), 1, "server"],
    ["redirect loop", redirectLoop(), 0, "redirect"],
    ["foreign redirect", redirectTo("foreign"), 1, "foreign"],
    ["foreign Link", foreignLink(), 0, "foreign"],
    ["page that leads to itself", selfLink(), 1, "loop"],
    ["relative Link", relativeLink(), 0, "link"],
    ["tight Link", tightLink(), 0, "link"],
    ["unquoted Link", unquotedLink(), 0, "link"],
    ["Link without an address", brokenLink(), 0, "link"],
    ["empty list", emptyList(), 0, "ended"],
    ["list that ends early", emptyList(), 1, "ended"],
    ["HTML", html(), 1, "json"],
    ["gzip garbage", gzipJunk(), 1, "json"],
    ["gated", status(401, { "x-error-code": "GatedRepo" }), 0, "gated"],
    [
      "other rows",
      { answer: () => ({ status: 200, headers: {}, body: bytes('[{"_id":"x","id":"a/b"}]') }) },
      0,
      "shape",
    ],
  ] as const)("%s", async (_, effect, after, rule) => {
    const error = await under(effect, { after }, () => failure(namesOf(hub, 1200)));
    expect(error).toBeInstanceOf(HubError);
    expect(error).toMatchObject({ rule });
    expect(error.message).toMatch(/^the 1200 most downloaded models of http:\/\/127\.0\.0\.1:\d+(, a\/b)?: \[/);
    expect(error.message + JSON.stringify(error)).not.toMatch(/\n|hf_secret/);
    expect(leaks(server)).toEqual([]);
    expect(since().some(({ origin }) => origin === "foreign")).toBe(false);
  });

  test("rows in another order", async () => {
    const shuffle: Effect = {
      reply: async (reply) => ({
        ...reply,
        body: bytes(JSON.stringify(JSON.parse(await text(reply.body.read(0, reply.body.size))).reverse())),
      }),
    };
    expect(await under(shuffle, {}, () => failure(namesOf(hub, 1200)))).toMatchObject({ rule: "order" });
  });

  test("a cursor that goes on for ever with rows that were there", async () => {
    const again: Effect = {
      reply: (reply, { url }) => {
        const query = new URLSearchParams(url.search);
        query.set("page", `${Number(query.get("page")) + 1}`);
        return { ...reply, headers: { ...reply.headers, link: `<${url.origin}${url.pathname}?${query}>; rel="next"` } };
      },
    };
    const error = await under(again, {}, () => failure(namesOf(hub, 1200)));
    expect(error).toMatchObject({
      rule: "loop",
      detail: expect.stringContaining("500 rows and 500 repeated ones in 2 pages"),
    });
  });

  test("more rows than the API should be asked for", async () => {
    expect(await failure(namesOf(hub, 100_001))).toMatchObject({ rule: "cap" });
    expect(since()).toEqual([]);
  });

  test("silence", async () => {
    const { openHub } = await import("#scripts/lib/hub/hub.ts");
    const short = openHub({ endpoint: server.url, token, clock, timeout: 30, attempts: 2 });
    expect(await under(never("silent"), {}, () => failure(namesOf(short, 10)))).toMatchObject({ rule: "timeout" });
  });
});

describe("limits", () => {
  test("are kept to without a single 429, and cost the time that they must", async () => {
    const own = await listingHub({ quota: { requests: 1, seconds: 300 } });
    const { listed } = await namesOf(own.hub, 1700);
    const statuses = own.server.requests.map((one) => one.status);
    await own.server.close();
    expect([listed.rows, statuses]).toEqual([1700, [200, 200, 200, 200]]);
    expect(own.clock.slept).toHaveLength(3);
  });
});

function bytes(text: string) {
  return {
    size: Buffer.byteLength(text),
    read: (start: number, end: number) => Readable.from([Buffer.from(text).subarray(start, end)]),
  };
}
