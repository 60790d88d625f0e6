import { PASSWORD, type Person } from "./http-client";

type Submit = { fields: Record<string, string>; cookie?: string; headers?: Record<string, string> };

/** Posts the first form of a page as a browser without JavaScript does. Redirects are answers, not followed. */
export async function submitForm(url: string, { fields, cookie = "", headers = {} }: Submit): Promise<Response> {
  const page = await fetch(url, { headers: { accept: "text/html", cookie } });
  const [html = ""] = /<form[\s\S]*?<\/form>/.exec(await page.text()) ?? [];
  const form = new FormData();
  for (const [tag] of html.matchAll(/<input type="hidden"[^>]*>/g))
    form.set(attribute(tag, "name"), attribute(tag, "value"));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const own = { accept: "text/html", cookie, origin: new URL(url).origin, "sec-fetch-site": "same-origin" };
  return fetch(url, { method: "POST", body: form, headers: { ...own, ...headers }, redirect: "manual" });
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");

/** Logs somebody in through the page; answers the cookie. @throws Error when the page does not let them in. */
export async function logInByPage(base: string, { email }: Person): Promise<string> {
  const answer = await submitForm(`${base}/login`, { fields: { email, password: PASSWORD } });
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
  return cookiesOf(answer);
}
