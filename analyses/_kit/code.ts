import { position, type Sources } from "./locate.ts";
import type { Problem } from "./problem.ts";

const typed: readonly RegExp[] = [
  /["'`][^"'`\n]*?\d[\d.,]*\s*(?:%|×|(?:percent|percentage|million|billion|times|points)\b)[^"'`\n]*["'`]/gu,
  /\b(?:value|part|whole|numerator|denominator)\s*:\s*[-+]?\.?\d/gu,
  /\b(?:show\.\w+|label|prose|bare|between)\(\s*[-+]?[\d.]/gu,
];

/** Numbers typed into the code of an analysis as if they were results: in its strings, or passed to a formatter. */
export function codeFaults(sources: Sources): Problem[] {
  const files = Object.entries(sources).filter(([file]) => !file.endsWith("/tables.ts"));
  return files.flatMap(([file, code]) => {
    const text = code.replace(/^[ \t]*(?:\/\/|\/?\*).*$/gmu, (comment) => " ".repeat(comment.length));
    return typed.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        file,
        ...position(text, match.index),
        message: `${match[0].slice(0, 60)} carries a number typed by hand: compute it from evidence`,
      })),
    );
  });
}
