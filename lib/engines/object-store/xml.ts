import { XMLParser, XMLValidator } from "fast-xml-parser";
import { storeError } from "./errors";

/** Text that is XML already, so that it is not escaped twice. */
export interface Xml {
  xml: string;
}

type Content = string | number | boolean | Xml | undefined;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Control characters are legal in keys: S3 answers them as references, whatever XML 1.0 says of those.
const escapeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[&<>"\u0000-\u001f\u007f]/g, (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`);

const render = (content: Content): string => {
  if (content === undefined) return "";
  return typeof content === "object" ? content.xml : escapeText(String(content));
};

/** An element with what it holds, in order. */
export const element = (name: string, ...content: Content[]): Xml => ({
  xml: `<${name}>${content.map(render).join("")}</${name}>`,
});

/** An element, or nothing at all when its value is absent. */
export const optional = (name: string, content: Content): Xml =>
  content === undefined ? { xml: "" } : element(name, content);

/** Many elements as one. */
export const join = (items: readonly Xml[]): Xml => ({ xml: items.map((item) => item.xml).join("") });

/** A whole document in S3's namespace. */
export const document = (name: string, ...content: Content[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content.map(render).join("")}</${name}>`;

export interface Node {
  readonly [name: string]: unknown;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a document whose root has the given name. @throws MalformedXML */
export function parseXml(source: string, rootName: string): Node {
  if (/<!(DOCTYPE|ENTITY)/i.test(source) || XMLValidator.validate(source) !== true) throw storeError("MalformedXML");
  const tree: unknown = parser.parse(source);
  if (!isNode(tree) || !(rootName in tree)) throw storeError("MalformedXML");
  const root = tree[rootName];
  return isNode(root) ? root : {};
}

/** The child elements of a name; one that holds text alone comes as `{ "#text": … }`. */
export function childrenOf(node: Node, name: string): Node[] {
  const value = node[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((item: unknown) =>
    isNode(item) ? item : { "#text": String(item) },
  );
}

/** The first child element of a name. */
export const childOf = (node: Node, name: string): Node | undefined => childrenOf(node, name)[0];

/** The texts of all child elements of a name. */
export const textsOf = (node: Node, name: string): string[] =>
  childrenOf(node, name).map((child) => String(child["#text"] ?? ""));

/** The text of the first child element of a name. */
export const textOf = (node: Node, name: string): string | undefined => textsOf(node, name)[0];
