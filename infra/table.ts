import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The table as `tableDefinition()` in `lib/aws/dynamo.ts` has it; a test holds the two against each other. */
export function makeTable(scope: Construct): TableV2 {
  return new TableV2(scope, "Table", {
    partitionKey: text("pk"),
    sortKey: text("sk"),
    globalSecondaryIndexes: ["GSI1", "GSI2", "GSI3"].map((indexName) => ({
      indexName,
      partitionKey: text(`${indexName}PK`),
      sortKey: text(`${indexName}SK`),
    })),
    billing: Billing.onDemand(),
    timeToLiveAttribute: "expires",
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
