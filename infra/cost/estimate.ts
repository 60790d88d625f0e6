import type { Settings } from "../settings";
import { PRICES } from "./prices";

/** What people do in a month; sizes in GB of a billion bytes. */
export type Usage = { users: number; storageGb: number; downloadsGb: number; uploadsGb: number };
export type Line = { what: string; how: string; usd: number };
export type Choice = Pick<Settings, "INSTANCE_TYPE" | "MIN_COPIES" | "DOWNLOADS" | "REPLICA_REGION">;

// What stands behind a figure that nobody states. docs/cost.md says so.
const FILE_MB = 4;
const CALLS_PER_USER = 3000;
const READS_PER_CALL = 4;
const WRITES_PER_CALL = 2;
const APP_GB_PER_USER = 0.1;
const ROW_GB = 4e-6;
const LOG_GB_PER_CALL = 5e-7;
const DISK_GB = 8;
// Five alarms watch one metric, one watches two, two watch seven; each of the two rules of scaling makes two alarms of its own.
const ALARM_METRICS = 25;
// For the sessions, and for the metrics; one more for CloudFront's signatures.
const SECRETS = 2;

/**
 * What a month costs, line by line, in dollars.
 * @throws Error for a type of instance whose price is not in the table.
 */
export function estimate(usage: Usage, choice: Choice): Line[] {
  return [...servers(usage, choice), ...store(usage, choice), ...transfer(usage, choice), ...rest(usage, choice)];
}

/** The sum of an estimate, in dollars. */
export const total = (lines: Line[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

function servers({ users }: Usage, { INSTANCE_TYPE, MIN_COPIES: n }: Choice): Line[] {
  const { hoursPerMonth: hours, instanceHour, diskGbMonth, addressHour, balancerHour, balancerUnitHour } = PRICES;
  const hour = Object.entries(instanceHour).find(([type]) => type === INSTANCE_TYPE)?.[1];
  if (!hour) throw new Error(`The price of ${INSTANCE_TYPE} is not in infra/cost/prices.ts`);
  const appGb = users * APP_GB_PER_USER;
  return [
    { what: "instances", how: `${n} ${INSTANCE_TYPE} × ${hours} h × ${hour}`, usd: n * hours * hour },
    { what: "disks", how: `${n} × ${DISK_GB} GB × ${diskGbMonth}`, usd: n * DISK_GB * diskGbMonth },
    { what: "public addresses", how: `${n} × ${hours} h × ${addressHour}`, usd: n * hours * addressHour },
    {
      what: "balancer",
      how: `${hours} h × ${balancerHour} + ${appGb} units × ${balancerUnitHour}`,
      usd: hours * balancerHour + appGb * balancerUnitHour,
    },
  ];
}

function store({ storageGb, uploadsGb, downloadsGb }: Usage, { REPLICA_REGION }: Choice): Line[] {
  const { storageGbMonth, thousandPuts, thousandGets, thousandTransitions, thousandMonitored, otherRegionGb } = PRICES;
  const files = (gb: number) => gb / FILE_MB;
  const lines = [
    { what: "stored", how: `${storageGb} GB × ${storageGbMonth}`, usd: storageGb * storageGbMonth },
    { what: "PUTs", how: `${files(uploadsGb)} thousand × ${thousandPuts}`, usd: files(uploadsGb) * thousandPuts },
    {
      what: "GETs",
      how: `2 × ${files(downloadsGb)} thousand × ${thousandGets}`,
      usd: 2 * files(downloadsGb) * thousandGets,
    },
    {
      what: "Intelligent-Tiering",
      how: `${files(storageGb)} thousand × ${thousandMonitored} + ${files(uploadsGb)} thousand × ${thousandTransitions}`,
      usd: files(storageGb) * thousandMonitored + files(uploadsGb) * thousandTransitions,
    },
  ];
  if (!REPLICA_REGION) return lines;
  const usd = storageGb * storageGbMonth + uploadsGb * otherRegionGb + files(uploadsGb) * thousandPuts;
  const how = `${storageGb} GB × ${storageGbMonth} + ${uploadsGb} GB × ${otherRegionGb} + ${files(uploadsGb)} thousand × ${thousandPuts}`;
  return [...lines, { what: "replica", how, usd }];
}

function transfer({ users, downloadsGb }: Usage, { DOWNLOADS }: Choice): Line[] {
  const { outGb, outFreeGb, cloudFrontGb, cloudFrontFreeGb } = PRICES;
  const byCloudFront = users * APP_GB_PER_USER + (DOWNLOADS === "cloudfront" ? downloadsGb : 0);
  const line = (what: string, gb: number, free: number, price: number) => ({
    what,
    how: `(${gb} − ${free} free) GB × ${price}`,
    usd: Math.max(0, gb - free) * price,
  });
  const front = line("CloudFront", byCloudFront, cloudFrontFreeGb, cloudFrontGb);
  return DOWNLOADS === "cloudfront" ? [front] : [line("out of S3", downloadsGb, outFreeGb, outGb), front];
}

function rest({ users, storageGb }: Usage, { DOWNLOADS }: Choice): Line[] {
  const millions = (users * CALLS_PER_USER) / 1e6;
  const rowsGb = (storageGb * 1000 * ROW_GB) / FILE_MB;
  const { millionReads, millionWrites, tableGbMonth, tableFreeGb, backupGbMonth, secretMonth } = PRICES;
  const { alarmMetricMonth, customMetricMonth, logGb } = PRICES;
  const [reads, writes] = [millions * READS_PER_CALL, millions * WRITES_PER_CALL];
  const secrets = SECRETS + (DOWNLOADS === "cloudfront" ? 1 : 0);
  const logs = millions * 1e6 * LOG_GB_PER_CALL;
  return [
    {
      what: "table",
      how: `${round(reads)} M reads × ${millionReads} + ${round(writes)} M writes × ${millionWrites} + ${round(rowsGb)} GB × ${backupGbMonth} of backups`,
      usd:
        reads * millionReads +
        writes * millionWrites +
        rowsGb * backupGbMonth +
        Math.max(0, rowsGb - tableFreeGb) * tableGbMonth,
    },
    { what: "secrets", how: `${secrets} × ${secretMonth}`, usd: secrets * secretMonth },
    {
      what: "alarms and logs",
      how: `${ALARM_METRICS} metrics × ${alarmMetricMonth} + 1 × ${customMetricMonth} + ${round(logs)} GB × ${logGb}`,
      usd: ALARM_METRICS * alarmMetricMonth + customMetricMonth + logs * logGb,
    },
  ];
}

const round = (value: number) => Math.round(value * 1000) / 1000;
