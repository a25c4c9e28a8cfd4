import { expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { committed, onHub, robotics } from "#test/support/robotics.ts";

const chapter = await robotics();
const facts = [...chapter.facts];

test("nothing is wrong with the chapter", () => {
  expect(chapter.problems.map(({ message }) => message)).toEqual([]);
});

test("every fact is of a day of the evidence or of a publication; only the listing of datasets is complete", () => {
  const days = new Set(Object.values(committed()).flatMap((rows) => rows.map((row) => String(row.observed_on))));
  for (const [id, { basis }] of facts) {
    if (basis.tables.length === 0) expect(basis.population, id).toMatch(/others published/);
    else expect(days.has(basis.asOf), `${id}: ${basis.asOf}`).toBe(true);
    expect(basis.complete, id).toBe(basis.sources.includes("dataset-cards-2023"));
  }
});

test("no number of the home page and no word of the title is a published one", () => {
  expect(chapter.headlines.map(({ fact }) => fact.basis.tables.length > 0)).toEqual([true, true]);
  expect(chapter.title).toMatch(/^[\d.]+% of LeRobot models name their publisher’s own dataset/);
});

test("shares, and other ways to count them, lie between 0 and 1; what is told as a finding says the others", () => {
  const shares = facts.filter(([, { unit }]) => unit === "share");
  const values = shares.flatMap(([, { value, variants }]) => [Number(value), ...variants.map((one) => one.value)]);
  expect(values.length).toBeGreaterThan(40);
  expect(values.filter((value) => !(value >= 0 && value <= 1))).toEqual([]);
  for (const id of ["lerobot-own", "elsewhere-own", "robotics-own", "others-own", "robotics-downloads"])
    expect(chapter.facts.get(id)?.variants.length, id).toBeGreaterThanOrEqual(4);
});

test("the place of 2023 and the counts of later years have no fact near: not computable", async () => {
  const { published } = await readReference("data/reference");
  const wanted = published.filter(({ theme }) => theme === "robotics").map(({ id }) => id);
  const held = chapter.findings.comparisons.map((comparison) => comparison.published);
  const missing = wanted.filter((id) => !held.includes(id));
  expect(missing).toEqual(expect.arrayContaining(["S26-31", "S26-32", "S26-33", "S26-34", "IEE-01", "MPU-03"]));
  expect(held).toEqual(["S26-35", "ALC-01", "ALC-02"]);
});

test("a list without a model for robotics says that, and draws no datasets of theirs", async () => {
  const rows = { ...committed() };
  for (const name of ["model-tasks", "robotics-libraries", "robotics-namespaces"])
    rows[name] = (rows[name] ?? []).filter((row) => name === "model-tasks" && row.task !== "robotics");
  const without = await robotics(rows);
  expect(without.title).toMatch(/^Of .* recent models listed, those with robotics as their task are none$/);
  expect(without.figures.has("own-datasets")).toBe(false);
  expect(without.problems.map(({ message }) => message)).toEqual([]);
  expect(onHub.tables.modelTasks?.complete).toBe(true);
});
