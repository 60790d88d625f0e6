/**
 * Variables of a shell whose AWS calls go to `url`. An SDK that finds no credentials would look for the machine's own, in files and
 * at an address of EC2's: neither is asked.
 */
export const awsShell = (url: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: url,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SHARED_CREDENTIALS_FILE: "nowhere",
  AWS_CONFIG_FILE: "nowhere",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});

export const someCredentials = { AWS_ACCESS_KEY_ID: "AKIAEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" };
