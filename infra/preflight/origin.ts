import { DescribeManagedPrefixListsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { isDenied } from "../aws/refused";
import { NO_PREFIX_LIST, type Settings } from "../settings";
import { type Finding, obstacle } from "./finding";

const NAME = "com.amazonaws.global.cloudfront.origin-facing";

/**
 * Finds the list of CloudFront's addresses, which has another id in each region, unless it was stated. Without it nobody could reach
 * the balancer, so that not to know it is an obstacle even where these credentials may not ask.
 */
export async function checkOrigin(settings: Settings, found: Record<string, string>): Promise<Finding[]> {
  const { AWS_REGION, CLOUDFRONT_PREFIX_LIST: stated } = settings;
  if (stated !== NO_PREFIX_LIST) return [];
  const command = new DescribeManagedPrefixListsCommand({ Filters: [{ Name: "prefix-list-name", Values: [NAME] }] });
  try {
    const { PrefixLists = [] } = await new EC2Client({ region: AWS_REGION }).send(command);
    const id = PrefixLists[0]?.PrefixListId;
    if (!id) return [obstacle(`${AWS_REGION} has no list ${NAME}. Choose another AWS_REGION.`)];
    found.CLOUDFRONT_PREFIX_LIST = id;
    return [];
  } catch (error) {
    if (!isDenied(error)) throw error;
    const how = "Ask for the right ec2:DescribeManagedPrefixLists, or set CLOUDFRONT_PREFIX_LIST to its id";
    return [obstacle(`The list ${NAME} could not be read. ${how}.`)];
  }
}
