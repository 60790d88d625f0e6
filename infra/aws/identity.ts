import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** Whose credentials these are: the account's number, and who in it. */
export type Identity = { account: string; arn: string };

const HOW = "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run: aws configure";
const UNKNOWN = ["InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch", "AuthFailure"];

/** Asks AWS who is calling. @throws Error with one sentence that says what is wrong with the credentials, and what to do. */
export async function whoAmI(region: string): Promise<Identity> {
  try {
    const { Account = "", Arn = "" } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn };
  } catch (error) {
    throw new Error(whatIsWrong(error), { cause: error });
  }
}

function whatIsWrong(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (/expired/i.test(name) || /expired/i.test(message))
    return "Your AWS credentials have expired. Log in again (aws sso login, or as you got them), then repeat this.";
  if (name === "CredentialsProviderError" || /could not load credentials/i.test(message))
    return `There are no AWS credentials here. ${HOW}`;
  if (UNKNOWN.includes(name)) return `AWS does not know these credentials, or their secret is wrong. ${HOW}`;
  return `AWS could not be asked who you are: ${message}`;
}

/** Says of an account and who in it. */
export const describeIdentity = ({ account, arn }: Identity): string => `AWS account ${account}, as ${arn}`;
