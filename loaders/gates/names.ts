import { identifier } from "../schema/loader.ts";
import { usable } from "./column.ts";
import type { Gate, Rule } from "./rule.ts";
import { atMost, type Case } from "./share.ts";

const id = identifier("id");

/** What is measured of names, by the subject of the rule. */
const cases: Readonly<Record<string, (rule: Rule) => Case>> = {
  form: ({ most }) => ({
    name: "id",
    broken: `(NOT regexp_full_match(${id}, '(?:[A-Za-z0-9._-]+/)?[A-Za-z0-9._-]+')${most === null ? "" : ` OR length(${id}) > ${most}`})`,
    of: `count(${id})`,
    value: `length(${id}) || ' characters'`,
  }),
  owner: () => ({ name: "id", broken: `NOT contains(${id}, '/')`, of: `count(${id})`, value: id }),
  author: () => ({
    name: "author",
    broken: `author <> split_part(${id}, '/', 1)`,
    of: "count(author)",
    value: "'author ' || author",
  }),
};

/** Names of repositories are well formed; an author is the owner that the name says. */
export const names: Gate = (rule, it) => {
  const one = cases[rule.subject];
  const needed = rule.subject === "author" ? ["id", "author"] : ["id"];
  return atMost(rule, it, one && needed.every((column) => usable(it, column)) ? [one(rule)] : []);
};
