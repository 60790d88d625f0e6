import { Duration, Stack } from "aws-cdk-lib";
import type { AutoScalingGroup } from "aws-cdk-lib/aws-autoscaling";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { HttpCodeTarget } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Balancer } from "./balancer";
import { globalName, type Settings } from "./settings";

type Watched = { balancer: Balancer; servers: AutoScalingGroup; table: TableV2; logs: LogGroup };
/** An alarm sounds when the metric, which has a point `every` so many minutes (each, if left out), was over it for `minutes`. */
type Limit = { id: string; metric: IMetric; over: number; minutes: number; every?: number };

/** Alarms by the names that the runbook explains, one dashboard, and the bill's own alarm. */
export function makeWatch(scope: Construct, settings: Settings, watched: Watched): void {
  const topic = makeTopic(scope);
  if (settings.ALARM_EMAIL) topic.addSubscription(new EmailSubscription(settings.ALARM_EMAIL));
  const limits = limitsOf(scope, settings, watched);
  for (const { id, metric, over, minutes, every = 1 } of limits) {
    const alarm = new Alarm(scope, id, {
      alarmName: `${settings.STACK_NAME}-${id}`,
      alarmDescription: "docs/runbook.md: When an alarm sounds",
      metric,
      threshold: over,
      evaluationPeriods: minutes / every,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
  const dashboard = new Dashboard(scope, "Dashboard", { dashboardName: globalName(settings) });
  const graphs = limits.map(({ id, metric }) => new GraphWidget({ title: id, left: [metric], width: 8 }));
  for (let from = 0; from < graphs.length; from += 3) dashboard.addWidgets(...graphs.slice(from, from + 3));
  if (settings.ALARM_EMAIL) makeBudget(scope, settings, settings.ALARM_EMAIL);
}

// A policy of one's own takes the place of SNS's, by which the account might publish: CloudWatch must be named in it.
function makeTopic(scope: Construct): Topic {
  const topic = new Topic(scope, "Alarms", { enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: "AlarmsOfThisAccount",
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  return topic;
}

function limitsOf(scope: Construct, settings: Settings, { balancer, servers, table, logs }: Watched): Limit[] {
  const { targets, loadBalancer } = balancer;
  const each = { period: Duration.minutes(1) };
  const dimensionsMap = { AutoScalingGroupName: servers.autoScalingGroupName };
  const ofGroup = { namespace: "AWS/AutoScaling", statistic: Stats.MAXIMUM, ...each, dimensionsMap };
  // EC2 sends a point in five minutes unless it is paid for more.
  const ofCopies = { namespace: "AWS/EC2", statistic: Stats.AVERAGE, period: Duration.minutes(5), dimensionsMap };
  const logged = (id: string, event: string) =>
    new MetricFilter(scope, `${id}Events`, {
      logGroup: logs,
      filterPattern: FilterPattern.stringValue("$.event", "=", event),
      metricNamespace: settings.STACK_NAME,
      metricName: event,
    }).metric({ ...each, statistic: Stats.SUM });
  const refused = new MathExpression({
    // Neither sends a zero: where one is silent there would be no sum, however many the other counts.
    ...{ expression: "FILL(balancer, 0) + FILL(app, 0)", label: "5xx", ...each },
    usingMetrics: {
      balancer: loadBalancer.metrics.custom("HTTPCode_ELB_5XX_Count", { ...each, statistic: Stats.SUM }),
      app: targets.metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { ...each, statistic: Stats.SUM }),
    },
  });
  return [
    { id: "unhealthy-copies", metric: targets.metrics.unhealthyHostCount(each), over: 0, minutes: 5 },
    { id: "many-5xx", metric: refused, over: 10, minutes: 5 },
    {
      id: "slow-answers",
      metric: targets.metrics.targetResponseTime({ ...each, statistic: "p95" }),
      over: 2,
      minutes: 10,
    },
    { id: "table-throttles", metric: ofTable(table, "ThrottledRequests"), over: 0, minutes: 5 },
    { id: "table-errors", metric: ofTable(table, "SystemErrors"), over: 0, minutes: 5 },
    {
      id: "cpu-high",
      metric: new Metric({ ...ofCopies, metricName: "CPUUtilization" }),
      over: 90,
      minutes: 15,
      every: 5,
    },
    {
      id: "copies-at-maximum",
      metric: new Metric({ ...ofGroup, metricName: "GroupInServiceInstances" }),
      over: settings.MAX_COPIES - 1,
      minutes: 30,
    },
    { id: "jobs-fail", metric: logged("Jobs", "job.failed"), over: 0, minutes: 5 },
  ];
}

function ofTable(table: TableV2, metricName: string): IMetric {
  const operations = ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchGetItem"];
  const usingMetrics = Object.fromEntries(
    operations.map((Operation, index) => [
      `m${index}`,
      new Metric({
        ...{ namespace: "AWS/DynamoDB", metricName, statistic: Stats.SUM, period: Duration.minutes(1) },
        dimensionsMap: { TableName: table.tableName, Operation },
      }),
    ]),
  );
  const expression = `SUM([${Object.keys(usingMetrics).join(", ")}])`;
  return new MathExpression({ expression, label: metricName, period: Duration.minutes(1), usingMetrics });
}

function makeBudget(scope: Construct, settings: Settings, address: string): void {
  const at = (threshold: number, notificationType: string) => ({
    notification: { comparisonOperator: "GREATER_THAN", thresholdType: "PERCENTAGE", threshold, notificationType },
    subscribers: [{ subscriptionType: "EMAIL", address }],
  });
  new CfnBudget(scope, "Budget", {
    budget: {
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount: settings.MONTHLY_BUDGET_USD, unit: "USD" },
    },
    notificationsWithSubscribers: [at(80, "ACTUAL"), at(100, "FORECASTED")],
  });
}
