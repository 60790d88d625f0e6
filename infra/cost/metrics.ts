import {
  CloudWatchClient,
  type Dimension,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
} from "@aws-sdk/client-cloudwatch";

const DAY_SECONDS = 24 * 60 * 60;
const METRIC = "BytesDownloaded";
// CloudFront's metrics are kept there, wherever the drive is.
const OF_CLOUDFRONT = "us-east-1";

/** Bytes that AWS counted, and who counted them. */
export type Counted = { bytes: number; by: string };

export type Sources = { region: string; bucket: string; distribution: string | undefined; days: number };

/**
 * What left for people in the last days by AWS's own count: CloudFront's, where it hands out downloads, else the bucket's
 * request metrics, which somebody must have turned on (they cost). Null where nobody counted.
 */
export async function countDownloads(
  { region, bucket, distribution, days }: Sources,
  now: Date,
): Promise<Counted | null> {
  const span = { days, now };
  if (distribution) {
    const client = new CloudWatchClient({ region: OF_CLOUDFRONT });
    const Dimensions = [
      { Name: "DistributionId", Value: distribution },
      { Name: "Region", Value: "Global" },
    ];
    return { bytes: await sum(client, "AWS/CloudFront", Dimensions, span), by: `CloudFront's ${distribution}` };
  }
  const client = new CloudWatchClient({ region });
  const filter = await requestMetrics(client, bucket);
  return filter ? { bytes: await sum(client, "AWS/S3", filter, span), by: `the request metrics of ${bucket}` } : null;
}

async function requestMetrics(client: CloudWatchClient, bucket: string): Promise<Dimension[] | null> {
  const Dimensions = [{ Name: "BucketName", Value: bucket }];
  const { Metrics = [] } = await client.send(
    new ListMetricsCommand({ Namespace: "AWS/S3", MetricName: METRIC, Dimensions }),
  );
  return Metrics[0]?.Dimensions ?? null;
}

type Span = { days: number; now: Date };

async function sum(client: CloudWatchClient, Namespace: string, Dimensions: Dimension[], span: Span): Promise<number> {
  const StartTime = new Date(span.now.getTime() - span.days * DAY_SECONDS * 1000);
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      ...{ Namespace, MetricName: METRIC, Dimensions, Statistics: ["Sum"] },
      ...{ StartTime, EndTime: span.now, Period: DAY_SECONDS },
    }),
  );
  return Datapoints.reduce((bytes, { Sum = 0 }) => bytes + Sum, 0);
}
