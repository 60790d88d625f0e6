import { describe, expect, it } from "vitest";
import { parseCors } from "./cors";
import { parseXml } from "./xml";

const parse = (rule: string) =>
  parseCors(parseXml(`<CORSConfiguration><CORSRule>${rule}</CORSRule></CORSConfiguration>`, "CORSConfiguration"));

const ORIGIN = "<AllowedOrigin>*</AllowedOrigin>";
const METHOD = "<AllowedMethod>GET</AllowedMethod>";

describe("a CORS rule", () => {
  it("is read with all that it says", () => {
    const more = "<AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>5</MaxAgeSeconds>";
    expect(parse(ORIGIN + METHOD + more)).toEqual([
      { id: undefined, origins: ["*"], methods: ["GET"], headers: ["*"], exposed: ["ETag"], maxAge: 5 },
    ]);
  });

  it.each([
    ["without an origin", METHOD, "MalformedXML"],
    ["without a method", ORIGIN, "MalformedXML"],
    ["with a method that is none", `${ORIGIN}<AllowedMethod>PATCH</AllowedMethod>`, "InvalidRequest"],
    ["with two stars", `<AllowedOrigin>*a*</AllowedOrigin>${METHOD}`, "InvalidRequest"],
    ["with an age that is none", `${ORIGIN}${METHOD}<MaxAgeSeconds>long</MaxAgeSeconds>`, "MalformedXML"],
  ])("is refused %s", (_, rule, storeCode) => {
    expect(() => parse(rule)).toThrowError(expect.objectContaining({ storeCode }));
  });
});
