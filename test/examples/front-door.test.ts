import { App } from 'aws-cdk-lib';
import { FrontDoorStack } from '../../examples/front-door';
import { resource } from '../support/stacks';
import { renderRequest } from '../support/velocity';

describe('the front door of the guide', () => {
  it('makes an event of its contract from a body', () => {
    const of = new FrontDoorStack(new App(), 'FrontDoor');
    const { Integration } = resource(of, 'AWS::ApiGateway::Method').Properties;
    const template = Integration.RequestTemplates['application/json'];
    const { Entries } = JSON.parse(
      renderRequest(template, { body: '{"orderId":"1","total":2}', key: 'k' }),
    );
    expect(Entries).toEqual([
      {
        Source: 'shop.partners',
        DetailType: 'order.placed.v1',
        EventBusName: expect.stringMatching(/^FrontDoor-Orders-Bus-/),
        Detail: expect.stringContaining('"id":"k"'),
      },
    ]);
  });

  it('takes the same as a CloudEvent, and none of another type', () => {
    const of = new FrontDoorStack(new App(), 'FrontDoor');
    const { Integration } = resource(of, 'AWS::ApiGateway::Method').Properties;
    const template = Integration.RequestTemplates['application/cloudevents+json'];
    const detailsOf = (event: object) =>
      JSON.parse(renderRequest(template, { body: JSON.stringify(event) })).Entries.map(
        ({ Detail }: { Detail: string }) => Detail,
      );
    const event = {
      specversion: '1.0',
      id: 'o-1',
      source: 'shop.partners',
      type: 'order.placed.v1',
      data: { orderId: '1', total: 2 },
    };
    expect(detailsOf(event).map((detail: string) => JSON.parse(detail))).toEqual([event]);
    expect(detailsOf({ ...event, type: 'order.paid.v1' })).not.toContainEqual(
      expect.stringContaining('{'),
    );
  });

  it('checks a total above 0, as draft 4 says it', () => {
    const of = new FrontDoorStack(new App(), 'FrontDoor');
    const { properties } = resource(of, 'AWS::ApiGateway::Model', 'ApiModel').Properties.Schema;
    expect(properties.total).toEqual({ type: 'number', minimum: 0, exclusiveMinimum: true });
  });
});
