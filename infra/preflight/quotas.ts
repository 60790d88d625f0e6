import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  type ServiceQuota,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";

/** A limit of the account in a region: AWS's name of it, its value, and where more is asked for. */
export type Quota = { name: string; value: number; where: string };

/** A quota as it applies to this account, or else AWS's default; null where AWS does not say. */
export async function readQuota(region: string, ServiceCode: string, QuotaCode: string): Promise<Quota | null> {
  const client = new ServiceQuotasClient({ region });
  const asked = { ServiceCode, QuotaCode };
  const quota = await applied(client, asked);
  if (quota?.Value === undefined) return null;
  const where = `https://${region}.console.aws.amazon.com/servicequotas/home/services/${ServiceCode}/quotas/${QuotaCode}`;
  return { name: quota.QuotaName ?? QuotaCode, value: quota.Value, where };
}

type Asked = { ServiceCode: string; QuotaCode: string };

// One that was never changed is in the list of defaults alone.
async function applied(client: ServiceQuotasClient, asked: Asked): Promise<ServiceQuota | undefined> {
  try {
    return (await client.send(new GetServiceQuotaCommand(asked))).Quota;
  } catch (error) {
    if (!(error instanceof Error && error.name === "NoSuchResourceException")) throw error;
    return (await client.send(new GetAWSDefaultServiceQuotaCommand(asked))).Quota;
  }
}
