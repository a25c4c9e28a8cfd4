import { listDatasets, listModels } from "@huggingface/hub";
import { describe, expect, test } from "vitest";
import {
  brokenLink,
  type Effect,
  emptyList,
  foreignLink,
  type LoopbackHub,
  relativeLink,
  repeatedRows,
  selfLink,
  tightLink,
  unquotedLink,
  vanishedRows,
} from "./index.ts";
import { all, hubWith, listed, token } from "./support.ts";

describe("pages", () => {
  const pages = async (effect: Effect, limit = Number.POSITIVE_INFINITY) => {
    const hub = await hubWith({ models: listed(1300), datasets: listed(7) });
    hub.fail({ path: "/api/models", effect });
    return { hub, rows: await all(listModels({ hubUrl: hub.url, limit, accessToken: token })) };
  };
  const pagesOf = ({ requests }: LoopbackHub, origin = "hub") => requests.filter((one) => one.origin === origin).length;

  test.each([
    ["no space", tightLink()],
    ["no quotes", unquotedLink()],
    ["no origin", relativeLink()],
    ["no address", brokenLink()],
  ])("the client ends silently at a Link with %s", async (_, effect) => {
    const { rows, hub } = await pages(effect);
    expect([rows.length, pagesOf(hub)]).toEqual([500, 1]);
  });

  test("the client follows a foreign Link, token and all", async () => {
    const { hub, rows } = await pages(foreignLink());
    expect([rows.length, pagesOf(hub), pagesOf(hub, "foreign")]).toEqual([1300, 1, 2]);
    const foreign = hub.requests.filter(({ origin }) => origin === "foreign");
    const seen = foreign.map(({ headers: { authorization } }) => authorization);
    expect(seen).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
  });

  test("the client turns in a loop", async () => {
    const { rows } = await pages(selfLink(), 1600);
    expect(rows.map(({ name }) => name).slice(500, 1000)).toEqual(rows.map(({ name }) => name).slice(0, 500));
  });

  test("rows come twice, or not at all", async () => {
    const twice = (await pages(repeatedRows(20))).rows.map(({ name }) => name);
    expect([twice.length, new Set(twice).size]).toEqual([1340, 1300]);
    expect(twice.slice(500, 520)).toEqual(twice.slice(480, 500));
    const lacking = (await pages(vanishedRows(20))).rows.map(({ name }) => name);
    expect([lacking.length, new Set(lacking).size]).toEqual([1260, 1260]);
  });

  test("an empty list is the last", async () => {
    expect((await pages(emptyList())).rows).toEqual([]);
  });

  test("other lists stay as they are", async () => {
    const { hub } = await pages(emptyList());
    expect(await all(listDatasets({ hubUrl: hub.url }))).toHaveLength(7);
  });
});
