import { WireError } from "./error.ts";

/** Throws a `WireError` when an answer to a question for a range of bytes does not begin and end where asked. */
export function checkRange(asked: string | null, response: Response, url: URL, thing: string): void {
  const [, start = "", end = ""] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? "") ?? [];
  if (start === "" || !response.ok || isAbout(response, url)) return;
  const whole = start === "0" && end === "";
  if (response.status === 200 && whole) return;
  const found = response.headers.get("content-range") ?? "nothing";
  const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(found) ?? [];
  const last = end === "" || to === undefined || Number(to) === Number(end) || Number(to) + 1 === Number(total);
  if (response.status === 206 && Number(from) === Number(start) && last && Number(to) <= Number(end || to)) return;
  throw new WireError(
    thing,
    "range",
    `answers ${response.status} with Content-Range ${found} instead of bytes ${start}-${end}`,
  );
}

/** Whether an answer is not the bytes but says where they are: Xet's description of a file, and how to put it together. */
function isAbout({ headers }: Response, { pathname }: URL): boolean {
  const type = headers.get("content-type") ?? "";
  return type.includes("application/vnd.xet-fileinfo+json") || /^\/v\d+\/reconstructions\//.test(pathname);
}
