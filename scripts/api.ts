import { copyFileSync } from 'node:fs';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { inRoot } from './pages';

/**
 * `npm run api`: the report of every entry point that jsii doesn't describe, for a reviewer to read
 * as a diff. The declarations have to be built.
 */
const entryPoints = ['analysis', 'event-patterns', 'runtime'];

function report(name: string): boolean {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: inRoot('api/api-extractor.json'),
    packageJsonFullPath: inRoot('package.json'),
    configObject: {
      projectFolder: inRoot('.'),
      mainEntryPointFilePath: inRoot(`lib/${name}/index.d.ts`),
      compiler: { tsconfigFilePath: inRoot('tsconfig.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: inRoot('api'),
        reportTempFolder: inRoot('temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Error },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, { localBuild: true });
  if (apiReportChanged) copyFileSync(inRoot(`temp/${name}.api.md`), inRoot(`api/${name}.api.md`));
  return succeeded;
}

if (!entryPoints.map(report).every(Boolean)) process.exitCode = 1;
