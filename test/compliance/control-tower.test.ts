import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnGuardValidator } from '@cdklabs/cdk-validator-cfnguard';
import { App, Validations } from 'aws-cdk-lib';
import { VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { retailer } from '../../examples/retailer/stacks';

/** As CDK writes it beside the templates. */
interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly unknown[];
    readonly suppressedViolations?: readonly Acknowledged[];
  }[];
}

interface Acknowledged {
  readonly ruleName: string;
  readonly reason: string;
  readonly acknowledgedAt: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'control-tower-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The report of a synth with the plugin, as a user registers it. */
function reportOf(build: (app: App) => void): Report {
  const app = new App({ outdir: folder });
  build(app);
  Validations.of(app).addPlugins(new CfnGuardValidator());
  app.synth();
  return JSON.parse(readFileSync(join(folder, VALIDATION_REPORT_FILE), 'utf8'));
}

describe("the retailer, by Control Tower's rules", () => {
  // All 237 rules in a process of their own: three seconds, more where others work as well.
  it('has no finding but those acknowledged here, each on the resource that it is about', () => {
    const [report, ...others] = reportOf(retailer).pluginReports;
    expect(others).toEqual([]);
    expect(report.pluginName).toBe('cdk-validator-cfnguard');
    expect(report.violations).toEqual([]);
    const acknowledged = report.suppressedViolations?.map((one) => ({
      rule: one.ruleName,
      on: one.violatingConstructs.map(({ constructPath }) => constructPath),
      acknowledgedAt: one.acknowledgedAt,
      reason: one.reason,
    }));
    expect(acknowledged).toEqual([
      {
        rule: 'api_gw_v1_execution_logging_enabled_check',
        on: ['RetailerOrders/PartnerApi/Api/DeploymentStage.prod/Resource'],
        acknowledgedAt: 'RetailerOrders/PartnerApi/Api/DeploymentStage.prod/Resource',
        reason:
          'Execution logs can hold what a customer ordered, in a log group that API Gateway makes and that never expires; the access log has a line for each request.',
      },
      {
        rule: 'cloudwatch_log_group_encrypted_check',
        on: ['RetailerOrders/PartnerApi/AccessLogs/Resource'],
        acknowledgedAt: 'RetailerOrders/PartnerApi/AccessLogs/Resource',
        reason:
          'CloudWatch Logs encrypts it with a key of its own, and a line holds nothing of an order; a key of ours costs by the month and can be lost.',
      },
    ]);
  }, 60_000);
});
