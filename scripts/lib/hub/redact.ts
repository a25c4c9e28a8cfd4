const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bhf_[A-Za-z0-9_-]+/g, "hf_***"],
  [/\b(Bearer|Basic)(\s+|%20)[^\s"',;<>]+/gi, "$1 ***"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "***"],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/"'<>]*@/gi, "$1***@"],
  [/([?&][^=&\s]*(?:token|sign|credential|secret|policy|key)[^=&\s]*=)[^&\s"'<>)]+/gi, "$1***"],
];

/** Text without tokens: those of the Hub, of its storage, in addresses and in signed queries; `token` whatever its form. */
export function redact(text: string, token?: string): string {
  const known = token ? text.replaceAll(token, "hf_***").replaceAll(encodeURIComponent(token), "hf_***") : text;
  return patterns.reduce((so, [pattern, stars]) => so.replace(pattern, stars), known);
}
