import { isDenied } from "../aws/refused";

/** What a look at the account found: an obstacle stops a deployment, a warning is told. */
export type Finding = { kind: "obstacle" | "warning"; text: string };

export const obstacle = (text: string): Finding => ({ kind: "obstacle", text });
export const warning = (text: string): Finding => ({ kind: "warning", text });

/** Makes one look at the account; where these credentials may not, that is a warning that names the right. */
export async function look(what: string, right: string, run: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await run();
  } catch (error) {
    if (isDenied(error)) return [warning(`${what} could not be checked: that asks for the right ${right}.`)];
    throw error;
  }
}
