import Claim from "./Claim.astro";
import Comparisons from "./Comparisons.astro";
import Fact from "./Fact.astro";
import Figure from "./Figure.astro";
import Name from "./Name.astro";
import Note from "./Note.astro";
import Open from "./Open.astro";
import Published from "./Published.astro";
import Recommendation from "./Recommendation.astro";
import Source from "./Source.astro";

/** The elements of prose, by the names that the vocabulary gives them, and the mark on words of a draft that do not hold. */
export const elements = { Claim, Comparisons, Fact, Figure, Name, Note, Open, Published, Recommendation, Source };
