/**
 * AWS's list prices in US dollars for us-east-1, without tax or discounts, taken down on 2026-11-27 from what was known of the
 * pages at aws.amazon.com/<service>/pricing (ec2/on-demand, ebs, vpc, elasticloadbalancing, s3, dynamodb, cloudfront,
 * secrets-manager, cloudwatch). No page could be opened from where this was written: look before you rely on a figure.
 */
export const PRICES = {
  hoursPerMonth: 730,
  instanceHour: { "t4g.micro": 0.0084, "t4g.small": 0.0168, "t4g.medium": 0.0336, "t4g.large": 0.0672 },
  diskGbMonth: 0.08,
  addressHour: 0.005,
  balancerHour: 0.0225,
  balancerUnitHour: 0.008,
  storageGbMonth: 0.023,
  thousandPuts: 0.005,
  thousandGets: 0.0004,
  thousandTransitions: 0.01,
  thousandMonitored: 0.0025,
  outGb: 0.09,
  outFreeGb: 100,
  otherRegionGb: 0.02,
  cloudFrontGb: 0.085,
  cloudFrontFreeGb: 1000,
  millionReads: 0.125,
  millionWrites: 0.625,
  tableGbMonth: 0.25,
  tableFreeGb: 25,
  backupGbMonth: 0.2,
  secretMonth: 0.4,
  alarmMetricMonth: 0.1,
  customMetricMonth: 0.3,
  logGb: 0.5,
} as const;
