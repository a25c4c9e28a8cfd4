import { expect, test } from "vitest";
import { readReference } from "#loaders/reference.ts";
import { type Subject, subjects, traps } from "#scripts/generator/parts/subjects.ts";
import { architectures, families, malformed, odd, plainTags, variants } from "#scripts/generator/parts/words.ts";
import { domainsOf } from "#test/oracles/science.ts";

const { terms } = await readReference("data/reference");
const ofTag = (text: string) => domainsOf({ repo: "a/b", tags: [text] }, terms);
const ofName = (text: string) => domainsOf({ repo: `a/Basalt-${text}-r1`, tags: [] }, terms);

test.each([...subjects, ...traps])(
  "$text says $domains by the registry's terms too, as a tag and in a name",
  (subject: Subject) => {
    expect(ofTag(subject.text)).toEqual(subject.domains);
    expect(ofName(subject.text)).toEqual(subject.domains);
  },
);

test("no other word of the generator says a domain of science", () => {
  const tags = [...plainTags, ...architectures, ...malformed, ...odd, "robotics", "lerobot"];
  expect(tags.filter((text) => ofTag(text).length > 0)).toEqual([]);
  expect([...families, ...variants].filter((text) => ofName(text).length > 0)).toEqual([]);
});
