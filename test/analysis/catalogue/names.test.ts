import { constructOf, endOf, principalName } from '../../../lib/analysis/catalogue/names';

describe('constructOf', () => {
  const named = (logicalId: string, path?: string) => ({ stack: 'Shop', logicalId, path });

  it.each([
    ['the resource of a construct', 'Shop/Orders/Seattle/Rule/Resource', 'Shop/Orders/Seattle'],
    ['the role of a function', 'Shop/Checkout/ServiceRole/Resource', 'Shop/Checkout'],
    ['a subscription to a topic', 'Shop/Seattle/TopicSubscription/Resource', 'Shop/Seattle'],
    ['a construct right below the stack', 'Shop/Checkout/Resource', 'Shop/Checkout'],
    ['one that is called as its resource is', 'Shop/Role/Resource', 'Shop/Role'],
    ['a stage', 'Prod/Shop/Queue/Resource', 'Prod/Shop'],
  ])('is %s', (_, path, name) => {
    expect(constructOf(named('X', path))).toBe(name);
  });

  it.each([
    ['a hash', 'CheckoutB7CD3E82', 'Shop/Checkout'],
    ['a hash and what it is', 'DaventryRuleDA4ACF40', 'Shop/Daventry'],
    ['neither', 'Checkout', 'Shop/Checkout'],
    ['nothing but what it is', 'Role', 'Shop/Role'],
    ['eight digits and more', 'Rule12345678', 'Shop/Rule'],
  ])('leaves %s of a logical id out', (_, logicalId, name) => {
    expect(constructOf(named(logicalId))).toBe(name);
  });
});

describe('principalName', () => {
  it.each([
    ['*', 'anybody'],
    ['222222222222', 'account 222222222222'],
    ['arn:aws:iam::222222222222:root', 'account 222222222222'],
    ['arn:aws:iam::222222222222:role/x/partner', 'role x/partner of account 222222222222'],
    ['arn:⟨AWS::Partition⟩:iam::⟨AWS::AccountId⟩:role/by-hand', 'role by-hand'],
    ['arn:⟨AWS::Partition⟩:iam::222222222222:root', 'account 222222222222'],
    ['arn:⟨AWS::Partition⟩:iam::222222222222:role/x', 'role x of account 222222222222'],
    ['arn:aws:iam::222222222222:user/ann', 'arn:aws:iam::222222222222:user/ann'],
  ])('of %s is %s', (who, name) => {
    expect(principalName(who)).toBe(name);
  });
});

describe('endOf', () => {
  it.each([
    ['arn:aws:lambda:eu-west-1:111111111111:function:check', 'function:check'],
    ['arn:⟨AWS::Partition⟩:events:⟨AWS::Region⟩:1:event-bus/orders', 'event-bus/orders'],
    ['https://shop.example/hook', 'https://shop.example/hook'],
    ['arn:aws', 'arn:aws'],
  ])('of %s is what it names', (arn, end) => {
    expect(endOf(arn)).toBe(end);
  });
});
