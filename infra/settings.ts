import { z } from "zod";

/** By this a stack is known as one of ours, whatever its name. */
export const DESCRIPTION = "Smart Drive";

/** Stands for CloudFront's list of addresses where no account was asked. EC2 knows no such list, and `deploy` reads the true one. */
export const NO_PREFIX_LIST = "pl-00000000";

const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "the name of an AWS region, like eu-central-1");
const count = z.coerce.number().int().min(1).max(100);
const cidr = z.string().regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "one range of addresses, like 203.0.113.7/32");

/** The name of the bucket in the other region, which both stacks can say before it is there. An account's number has 12 digits. */
export const replicaBucket = (stackName: string, region: string, account = "1".repeat(12)): string =>
  `${stackName}-replica-${account}-${region}`;

// They are written into a shell's script and into a file of systemd's, neither of which may find anything of its own in them.
const plain = z.string().regex(/^[\w.:/=,%@+-]+$/, "letters, digits and . : / = , % @ + - _");
const forTheApp = {
  DEFAULT_QUOTA_BYTES: plain.optional(),
  MAX_FILE_BYTES: plain.optional(),
  SHARE_DEFAULT_DAYS: plain.optional(),
  TRASH_DAYS: plain.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: plain
    .regex(/^https?:/, "the address of a collector, like https://collector.example.com:4318")
    .optional(),
  OTEL_SERVICE_NAME: plain.optional(),
  OTEL_RESOURCE_ATTRIBUTES: plain.optional(),
  OTEL_TRACES_SAMPLER: z
    .string()
    .regex(/^(parentbased_)?(always_on|always_off|traceidratio)$/, "such as traceidratio or parentbased_always_on")
    .optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).optional(),
};

/** Those that the app itself reads: they are passed on as they are. */
export const APP_VARIABLES = Object.keys(forTheApp);

/** What whoever deploys may choose, one environment variable each; `docs/aws.md` says what each means. */
const Variables = z.object({
  STACK_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, "small letters, digits and hyphens, 31 at most")
    .default("smart-drive"),
  AWS_REGION: region.default("us-east-1"),
  CLOUDFRONT_PREFIX_LIST: z
    .string()
    .regex(/^pl-[0-9a-f]{8,17}$/, "the id of a list of addresses, like pl-3b927c52")
    .default(NO_PREFIX_LIST),
  AVAILABILITY_ZONES: z
    .string()
    .regex(/^[a-z0-9-]+\d[a-z],[a-z0-9-]+\d[a-z]$/, "two zones, like us-east-1a,us-east-1b")
    .transform((zones) => zones.split(","))
    .optional(),
  DOMAIN_NAME: z.hostname().optional(),
  CERTIFICATE_ARN: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:/, "a certificate of us-east-1, where CloudFront looks for it")
    .optional(),
  INSTANCE_TYPE: z
    .string()
    .regex(/^[a-z0-9]+g[a-z]*\.[a-z0-9]+$/, "a type with a Graviton processor, like t4g.small")
    .default("t4g.small"),
  MIN_COPIES: count.default(2),
  MAX_COPIES: count.default(6),
  ENCRYPTION: z.enum(["s3", "kms"]).default("s3"),
  REPLICA_REGION: region.optional(),
  DOWNLOADS: z.enum(["s3", "cloudfront"]).default("s3"),
  DOWNLOAD_PUBLIC_KEY: z.string().includes("BEGIN PUBLIC KEY").optional(),
  DOWNLOAD_KEY_SECRET: z.string().default("smart-drive-download-key"),
  SSH_CIDR: cidr.refine((range) => !range.endsWith("/0"), "one range, not the whole world").optional(),
  SSH_KEY_NAME: z.string().min(1).optional(),
  ALARM_EMAIL: z.email().optional(),
  MONTHLY_BUDGET_USD: z.coerce.number().positive().default(100),
  RELEASE: z.string().min(1).default("../.release/smart-drive.tar.gz"),
  OTEL_HEADERS_SECRET: z.string().min(1).optional(),
  ...forTheApp,
});

const Checked = Variables.refine(({ MIN_COPIES, MAX_COPIES }) => MIN_COPIES <= MAX_COPIES, {
  path: ["MAX_COPIES"],
  message: "at least MIN_COPIES",
})
  .refine(({ DOMAIN_NAME, CERTIFICATE_ARN }) => !DOMAIN_NAME === !CERTIFICATE_ARN, {
    path: ["CERTIFICATE_ARN"],
    message: "DOMAIN_NAME and CERTIFICATE_ARN: both or none",
  })
  .refine(({ SSH_CIDR, SSH_KEY_NAME }) => !SSH_CIDR === !SSH_KEY_NAME, {
    path: ["SSH_KEY_NAME"],
    message: "SSH_CIDR and SSH_KEY_NAME: both or none; without them Session Manager opens a shell",
  })
  .refine((given) => !given.OTEL_HEADERS_SECRET || given.OTEL_EXPORTER_OTLP_ENDPOINT, {
    path: ["OTEL_EXPORTER_OTLP_ENDPOINT"],
    message: "OTEL_HEADERS_SECRET is for a collector; name it",
  })
  .refine(({ REPLICA_REGION, AWS_REGION }) => REPLICA_REGION !== AWS_REGION, {
    path: ["REPLICA_REGION"],
    message: "another region than AWS_REGION",
  })
  .refine(({ REPLICA_REGION, ENCRYPTION }) => !REPLICA_REGION || ENCRYPTION === "s3", {
    path: ["REPLICA_REGION"],
    // S3 wants the key of the other region by its number, which nobody knows before somebody used it there.
    message: "S3 copies to another region what it encrypts by its own keys alone: ENCRYPTION=s3",
  })
  .refine(
    ({ STACK_NAME, REPLICA_REGION }) => !REPLICA_REGION || replicaBucket(STACK_NAME, REPLICA_REGION).length <= 63,
    {
      path: ["STACK_NAME"],
      message: "shorter beside REPLICA_REGION: the copy's bucket has it in its name, and S3 takes 63 letters",
    },
  )
  .refine(({ DOWNLOADS, ENCRYPTION }) => DOWNLOADS === "s3" || ENCRYPTION === "s3", {
    path: ["DOWNLOADS"],
    // AWS's own key for S3 has a policy that nobody may change, and CloudFront is not in it.
    message: "cloudfront reads what S3 encrypts by its own keys alone: ENCRYPTION=s3",
  })
  .refine(({ DOWNLOADS, DOWNLOAD_PUBLIC_KEY }) => DOWNLOADS === "s3" || DOWNLOAD_PUBLIC_KEY, {
    path: ["DOWNLOAD_PUBLIC_KEY"],
    message: "DOWNLOADS=cloudfront needs one; docs/aws.md says how to make it",
  });

export type Settings = z.infer<typeof Checked>;

/** A name for what an account has in all regions together, so that drives in two regions do not take it from each other. */
export const globalName = ({ STACK_NAME, AWS_REGION }: Settings): string => `${STACK_NAME}-${AWS_REGION}`;

/**
 * Reads the settings; an empty variable counts as left out.
 * @throws Error that names each bad variable and what was expected of it.
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Checked.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}
