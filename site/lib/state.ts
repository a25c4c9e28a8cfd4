import type { Chapter } from "#kit/evaluate.ts";

/** The state of open source in a paragraph: every chapter's finding, and what the first rests on while chapters are few. */
export function stateOf(chapters: readonly Chapter[]): string {
  const findings = chapters.map(({ title, standfirst }, i) =>
    i === 0 && chapters.length < 4 ? `${title}. ${standfirst}` : `${title}.`,
  );
  return findings.join(" ");
}
