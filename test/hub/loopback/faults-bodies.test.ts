import { downloadFile } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import { cut, type Effect, never, otherContent, short, trickle, wrongEtag } from "./index.ts";
import { dataset, hubWith, noise, read, thrown } from "./support.ts";

const name = "some-one/data";
const content = noise(50_000, 2);
const file = `/datasets/${name}/resolve/main/data/plain.bin`;
const xetPath = "data/xet.bin";
const start = () => hubWith({ repositories: [dataset(name)] });

describe("bodies", () => {
  const transferred = async (effect: Effect, init: RequestInit = {}) => {
    const hub = await start();
    hub.fail({ path: "/files/", effect });
    const response = await fetch(hub.url + file, init);
    return { response, bytes: async () => Buffer.from(await response.arrayBuffer()) };
  };

  test.each([0, 0.1, 0.5, 0.9])("cut at %f of them, all before it arrives", async (fraction) => {
    const { response } = await transferred(cut({ fraction }));
    expect(response.headers.get("content-length")).toBe("50000");
    const pieces: Uint8Array[] = [];
    const end = await thrown(
      (async () => {
        for await (const piece of response.body ?? []) pieces.push(piece);
      })(),
    );
    expect(end).toContain("terminated");
    expect(Buffer.concat(pieces).equals(content.subarray(0, fraction * 50_000))).toBe(true);
  });

  test("short but well-formed", async () => {
    const { response, bytes } = await transferred(short({ bytes: 1000 }));
    expect(response.headers.get("content-length")).toBe("1000");
    expect((await bytes()).equals(content.subarray(0, 1000))).toBe(true);
  });

  test("of another ETag", async () => {
    expect((await transferred(wrongEtag('"x"'))).response.headers.get("etag")).toBe('"x"');
  });

  test("of other content and the same size, at the same places whatever the range", async () => {
    const whole = await (await transferred(otherContent())).bytes();
    expect(whole.length).toBe(50_000);
    expect(whole.some((byte, i) => byte === content[i])).toBe(false);
    const part = await transferred(otherContent(), { headers: { range: "bytes=5-9" } });
    expect([part.response.status, await part.bytes()]).toEqual([206, whole.subarray(5, 10)]);
  });

  test("of a file that changes from the second range on: If-Range tells", async () => {
    const hub = await start();
    hub.fail({ path: "/files/", after: 1, effect: otherContent("new") });
    const first = await fetch(hub.url + file, { headers: { range: "bytes=0-9" } });
    const condition = { range: "bytes=10-19", "if-range": first.headers.get("etag") ?? "" };
    expect((await fetch(hub.url + file, { headers: condition })).status).toBe(200);
  });

  test("of Xet: other content, and a cut that the client retries once", async () => {
    const hub = await start();
    const fault = hub.fail({ path: "/xorbs/", effect: otherContent() });
    const get = async () =>
      read(await downloadFile({ hubUrl: hub.url, repo: { type: "dataset", name }, path: xetPath }));
    const wrong = await get();
    expect([wrong.length, wrong.equals(noise(3_000_000, 3))]).toEqual([3_000_000, false]);
    fault.lift();
    hub.fail({ path: "/xorbs/", times: 1, effect: cut({ fraction: 0.5 }) });
    expect((await get()).equals(noise(3_000_000, 3))).toBe(true);
  });

  test("slow", async () => {
    const { bytes } = await transferred(trickle({ bytes: 20_000, ms: 1 }));
    expect((await bytes()).equals(content)).toBe(true);
  });

  test("none at all: hung up, or silent until the client has had enough", async () => {
    expect(await thrown(transferred(never("hung up")))).toContain("other side closed");
    const signal = AbortSignal.timeout(20);
    await expect(transferred(never("silent"), { signal })).rejects.toThrow("timeout");
  });
});
