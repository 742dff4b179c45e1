import { eventBridge } from '../../../core/limits';
import type { PropRule } from '../../validation';
import type { EventArchive } from './event-archive';

const names = /^[.\-_A-Za-z0-9]+$/;

export function busNameRule(busName?: string): PropRule {
  return {
    id: 'spillway:bus-name',
    prop: 'busName',
    value: busName,
    wrong: (name: string) =>
      name.length > eventBridge.busName.max || !names.test(name) || name === 'default',
    expected: `a bus name is 1 to ${eventBridge.busName.max} letters, digits, dots, hyphens and underscores; "default" is the account's own bus`,
    fix: 'Choose another name, leave it out to have one made, or use ClassicBus.defaultBus().',
  };
}

export function archiveRule(archive?: EventArchive): PropRule {
  const { min, max } = eventBridge.archiveRetention;
  return {
    id: 'spillway:archive-retention',
    prop: 'archive',
    value: archive?.retention,
    wrong: (retention) => {
      const days = daysOf(retention);
      return !Number.isInteger(days) || days < min || days > max;
    },
    expected: 'an archive keeps events for whole days, at least one',
    fix: 'Give EventArchive.retain(Duration.days(30)), EventArchive.forever() or EventArchive.none().',
  };
}

const daysOf = (retention: { toDays(options: { integral: boolean }): number }): number =>
  retention.toDays({ integral: false });
