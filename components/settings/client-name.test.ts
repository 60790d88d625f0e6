import { expect, it } from "vitest";
import { clientName } from "./client-name";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

it.each([
  [chrome, "Chrome · Windows"],
  [`${chrome} Edg/142.0.0.0`, "Edge · Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox · Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604",
    "Safari · iPhone",
  ],
  ["curl/8.5.0", "curl/8.5.0"],
  [null, null],
])("calls %s %s", (userAgent, name) => {
  expect(clientName(userAgent)).toBe(name);
});
