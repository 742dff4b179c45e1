import { App } from 'aws-cdk-lib';
import { findings } from '../../compliance/findings';
import { everyPair } from './axes';
import { refusalOf } from './refused';
import { shopOf } from './shop';

/** What the packs say of the inline policy of a role, which every grant of CDK writes. */
const inline = ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'].map(
  (pack) => `${pack}-IAMNoInlinePolicy`,
);

/** All that is found of what the library makes, wherever it stands; each a choice, or not so. */
const known: readonly (readonly [on: string, ids: readonly string[]])[] = [
  ['Packing/OneAtATime/Role/DefaultPolicy', inline],
  ['Packer/ServiceRole/DefaultPolicy', inline],
  ['Consumer/DefaultPolicy', inline],
  ['Operator/DefaultPolicy', inline],
  // SNS asks for the family of actions, under the encryption context of its topic.
  ['Producer/DefaultPolicy', [...inline, 'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]']],
];

/** The function is the user's, and so is its role. */
const isOfTheFunction = (finding: string): boolean => /^Packer(\/ServiceRole)? /.test(finding);

/** `Pair7Owner/Packing/Queue/Resource ID` without the stack, which differs from pair to pair. */
function inOneStack(finding: string): string {
  return finding.replace(/^Pair\d+(Owner|Consumer)\//, '').replace('/Resource ', ' ');
}

describe('one app that holds every pair, by cdk-nag', () => {
  it('has no finding but those that are known', () => {
    const app = new App();
    for (const [at, pair] of everyPair.filter((one) => !refusalOf(one)).entries()) {
      shopOf(pair, { app: () => app, prefix: `Pair${at}` });
    }
    const found = new Set(findings(app).map(inOneStack));
    const ofTheLibrary = [...found].filter((one) => !isOfTheFunction(one));
    const listed = known.flatMap(([on, ids]) => ids.map((id) => `${on} ${id}`));
    expect(ofTheLibrary.sort()).toEqual(listed.sort());
  }, 30_000);
});
