import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Takes one of cdk-nag's rules as not followed by this part, with the reason for it. */
export function accept(part: IConstruct, rule: string, reason: string): void {
  Validations.of(part).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}
