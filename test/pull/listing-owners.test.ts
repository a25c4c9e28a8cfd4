import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ownerKinds } from "#scripts/lib/hub/owners.ts";
import { scratch } from "#test/fixtures/source.ts";
import { html, status, tooMany } from "#test/hub/loopback/index.ts";
import { listingHub } from "./listing-support.ts";
import { failure } from "./support.ts";

const { server, hub, clock } = await listingHub();
afterAll(() => server.close());

let from = 0;
beforeEach(() => {
  from = server.requests.length;
});

const names = ["Owner-0", "owner-1", "Owner-2", "Owner-4", "owner-0"];
const right = new Map([
  ["owner-0", "org"],
  ["owner-1", "org"],
  ["owner-2", "user"],
  ["owner-4", null],
]);
const asked = () => server.requests.slice(from).map(({ path }) => path);
const days = (n: number) => clock.sleep(n * 86_400_000);

test("organisations are asked for first, then users; a name that nobody has is unknown", async () => {
  expect(await ownerKinds(names, { hub, accounts: await scratch() })).toEqual(right);
  expect(asked().toSorted()).toEqual([
    "/api/organizations/Owner-2/overview",
    "/api/organizations/Owner-4/overview",
    "/api/organizations/owner-0/overview",
    "/api/organizations/owner-1/overview",
    "/api/users/Owner-2/overview",
    "/api/users/Owner-4/overview",
  ]);
});

test("what was asked is kept: 90 days, and 7 for a name that nobody had", async () => {
  const accounts = await scratch();
  await ownerKinds(names, { hub, accounts });
  from = server.requests.length;
  expect(await ownerKinds(names, { hub, accounts })).toEqual(right);
  expect(asked()).toEqual([]);
  await days(8);
  expect(await ownerKinds(names, { hub, accounts })).toEqual(right);
  expect(asked()).toEqual(["/api/organizations/Owner-4/overview", "/api/users/Owner-4/overview"]);
  await days(83);
  await ownerKinds(["Owner-0"], { hub, accounts });
  expect(asked()).toHaveLength(3);
});

test("a file that cannot be read, or is of another Hub, counts for nothing; many at once are kept after each hundred", async () => {
  const accounts = await scratch();
  const file = join(accounts, `owners-${new URL(server.url).host.replace(/\W+/g, "-")}.json`);
  await writeFile(
    file,
    '{"endpoint": "https://huggingface.co", "accounts": {"owner-0": {"kind": "user", "asked": 9e15}}}',
  );
  expect(await ownerKinds(["owner-0"], { hub, accounts })).toEqual(new Map([["owner-0", "org"]]));
  await writeFile(file, "{");
  const many = Array.from({ length: 150 }, (_, n) => `nobody-${n}`);
  const fault = server.fail({ path: "/organizations/nobody-120/", effect: status(403) });
  expect(await failure(ownerKinds(many, { hub, accounts }))).toMatchObject({
    rule: "refused",
    thing: "account nobody-120",
  });
  fault.lift();
  expect(Object.keys(JSON.parse(await readFile(file, "utf8")).accounts)).toHaveLength(100);
});

test("limits are waited for; a page that is no JSON is an error and not a user", async () => {
  clock.slept.length = 0;
  const busy = server.fail({ path: "/overview", effect: tooMany({ "retry-after": "9" }), times: 1 });
  expect(await ownerKinds(["owner-2"], { hub, accounts: await scratch() })).toEqual(new Map([["owner-2", "user"]]));
  expect(clock.slept).toEqual([9000]);
  busy.lift();
  const down = server.fail({ path: "/overview", effect: html() });
  expect(await failure(ownerKinds(["owner-2"], { hub, accounts: await scratch() }))).toMatchObject({ rule: "json" });
  down.lift();
});
