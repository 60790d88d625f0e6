import type { CfnElement } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Effect, Policy, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Asset } from "aws-cdk-lib/aws-s3-assets";
import type { ISecret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { accept } from "./accept";
import { BUCKET_ACTIONS, INDEX_ACTIONS, OBJECT_ACTIONS, TABLE_ACTIONS } from "./actions";

type Reach = { table: TableV2; bucket: IBucket; secrets: ISecret[]; release: Asset; logs: LogGroup };

const allow = (actions: string[], resources: string[]) =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources });

// AWS's own policy for it reads every parameter of the account besides, and other people's secrets may be among them.
const SESSION_ACTIONS = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/** How cdk-nag writes a resource down. */
const idOf = ({ node, stack }: TableV2 | IBucket) => `<${stack.getLogicalId(node.defaultChild as CfnElement)}.Arn>`;

/** The role of the instances: what the app asks for, what a start needs, and Session Manager; nothing else. */
export function makeRole(scope: Construct, { table, bucket, secrets, release, logs }: Reach): Role {
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("ec2.amazonaws.com") });
  const app = new Policy(scope, "AppRights", {
    statements: [
      allow(TABLE_ACTIONS, [table.tableArn]),
      allow(INDEX_ACTIONS, [`${table.tableArn}/index/*`]),
      allow(BUCKET_ACTIONS, [bucket.bucketArn]),
      allow(OBJECT_ACTIONS, [`${bucket.bucketArn}/*`]),
    ],
  });
  for (const all of [`${idOf(table)}/index/*`, `${idOf(bucket)}/*`])
    accept(
      app,
      `IAM5[Resource::${all}]`,
      "All objects of the one bucket and all indexes of the one table are the app's.",
    );
  const start = new Policy(scope, "StartRights", {
    statements: [
      allow(["s3:GetObject"], [release.bucket.arnForObjects(release.s3ObjectKey)]),
      allow(
        ["secretsmanager:GetSecretValue"],
        // One that is known by its name alone has six letters more, which AWS drew.
        secrets.map(({ secretFullArn, secretArn }) => secretFullArn ?? `${secretArn}-??????`),
      ),
      allow(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], [`${logs.logGroupArn}`]),
    ],
  });
  const sessions = new Policy(scope, "SessionRights", { statements: [allow(SESSION_ACTIONS, ["*"])] });
  accept(sessions, "IAM5[Resource::*]", "A way in without SSH: these actions of an agent know no resource.");
  for (const policy of [app, start, sessions]) role.attachInlinePolicy(policy);
  return role;
}
