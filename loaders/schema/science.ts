import { nullable, text } from "./column.ts";
import { defineTable } from "./table.ts";

/** Domains of science, as the Hugging Science community names its collections. */
export const scienceDomains = [
  ...["astronomy", "benchmark", "biology", "biotechnology", "chemistry", "climate", "conservation", "earth-science"],
  ...["ecology", "energy", "engineering", "genomics", "materials-science", "mathematics", "medicine", "physics"],
  "scientific-reasoning",
] as const;

/** What a term does: it puts a text into its domain, or keeps it out whatever else the text says. */
export const termUses = ["match", "unless"] as const;

/** Where a term counts: in tags, in the repository's name after the slash, or in both. */
export const termPlaces = ["any", "tag", "name"] as const;

/** One term by which a tag or name is of a domain of science, or is not. */
export const terms = defineTable({
  name: "science-terms",
  doc: "A term that puts a tag or a repository's name into a domain of science, or keeps it out.",
  key: ["domain", "term"],
  columns: {
    domain: text("Domain of science."),
    term: text("Whole words, in lower case with single spaces: every other character of a tag or name is a space."),
    use: text("match: the text is of the domain; unless: it is not, whatever else matches in the same text."),
    place: text("any, tag or name: where the term counts."),
    reason: nullable(text("The trap that the row avoids; empty for terms that have none.")),
  },
});

/** Substrings that an earlier report searched tags for, as strata of the labelled sample. */
export const substringStrata = ["substring-bio", "substring-med", "substring-science"] as const;

/** What a reader of a repository's tags and name may say. */
export const labelWords = ["true", "false", "unsure"] as const;

/** Who labelled. */
export const labellers = ["model-assisted, two blind passes"] as const;

/** One repository of the labelled sample, and whether it is of the domain that its words put it into. */
export const labels = defineTable({
  name: "science-labels",
  doc: "A repository drawn from those that fall into a domain, and whether two blind passes and an adjudication found it to be of the domain.",
  key: ["domain", "repo"],
  columns: {
    domain: text("Domain of science, or substring-… for a substring of the earlier report."),
    repo: text("Repository, as the source spells it."),
    source: text("Id of the source record that it was drawn from."),
    evidence: text("The tags and names that put it there, cut to a few words."),
    first: text("true, false or unsure: label of the first pass."),
    second: text("Label of the second pass, which did not see the first."),
    label: text("The label that counts: that of both passes, or the adjudicated one where they differ."),
    reason: text("Why, in a few words."),
    labelled_by: text("Who labelled."),
  },
});
