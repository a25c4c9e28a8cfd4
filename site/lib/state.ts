import type { PrintedChapter } from "./print/types.ts";

/** Words that the paragraph may have: about eight lines of the home page. */
export const budget = 80;

const length = (text: string): number => text.split(/\s+/).length;

/** Indices of the texts that fit in a number of words, each in its turn; one too long is passed over. */
function fitting(texts: readonly string[], room: number): ReadonlySet<number> {
  let left = room;
  return new Set(
    texts.flatMap((text, i) => {
      if (length(text) > left) return [];
      left -= length(text);
      return [i];
    }),
  );
}

/**
 * The state of open source in a paragraph: the findings of the chapters in the order of the contents, while they fit.
 *
 * Where all fit, what they rest on follows each, while that fits too. The first finding always stands.
 */
export function stateOf(chapters: readonly Pick<PrintedChapter, "title" | "standfirst">[]): string {
  const titles = chapters.map(({ title }) => title);
  const told = fitting(titles, budget);
  const left = budget - titles.reduce((sum, title) => sum + length(title), 0);
  const rests = fitting(
    chapters.map(({ standfirst }) => standfirst),
    left,
  );
  return chapters
    .filter((_, i) => i === 0 || told.has(i))
    .map((chapter) =>
      rests.has(chapters.indexOf(chapter)) ? `${chapter.title}. ${chapter.standfirst}` : `${chapter.title}.`,
    )
    .join(" ");
}
