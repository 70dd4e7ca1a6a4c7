import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/root.ts';
import { nounForms, verbForms } from '../../src/text/inflect.ts';
import { filesBelow } from './source.ts';

describe('verbForms', () => {
  it.each([
    ['demand', 'demands demanding demanded'],
    ['occupy', 'occupies occupying occupied'],
    ['obey', 'obeys obeying obeyed'],
    ['liberate', 'liberates liberating liberated'],
    ['agree', 'agrees agreeing agreed'],
    ['free', 'frees freeing freed'],
    ['die', 'dies dying died'],
    ['stop', 'stops stopping stopped'],
    ['expel', 'expels expelling expelled'],
    ['control', 'controls controlling controlled'],
    ['fulfil', 'fulfils fulfilling fulfilled'],
    ['visit', 'visits visiting visited'],
    ['cover', 'covers covering covered'],
    ['reach', 'reaches reaching reached'],
    ['veto', 'vetoes vetoing vetoed'],
    ['withdraw', 'withdraws withdrawing withdrew withdrawn'],
    ['take', 'takes taking took taken'],
    ['flee', 'flees fleeing fled'],
    ['pay', 'pays paying paid'],
    ['arise', 'arises arising arose arisen'],
    ['shut', 'shuts shutting'],
  ])('writes out the forms of %s', (verb, others) => {
    expect([...verbForms(verb)].sort()).toEqual([verb, ...others.split(' ')].sort());
  });

  it('knows to be', () => {
    expect(verbForms('be')).toEqual(expect.arrayContaining(['be', 'is', 'are', 'was', 'were', 'been', 'being']));
    expect(verbForms('be')).not.toContain('bing');
  });

  it('makes no regular past of the irregular verbs that the notes ask for', () => {
    const asked = filesBelow('src/notes')
      .filter((path) => path.endsWith('.yaml'))
      .flatMap((path) => readFileSync(join(ROOT, path), 'utf8').match(/(?<=~)[a-z]+/g) ?? []);
    const wrong = [
      'arised',
      'breaked',
      'bringed',
      'costed',
      'drawed',
      'drived',
      'falled',
      'fighted',
      'finded',
      'fleed',
      'gived',
      'growed',
      'holded',
      'keeped',
      'knowed',
      'leaded',
      'leaved',
      'losed',
      'meeted',
      'payed',
      'putted',
      'rised',
      'runned',
      'sayed',
      'seeked',
      'sended',
      'setted',
      'shooted',
      'shutted',
      'speaked',
      'standed',
      'taked',
      'telled',
      'thinked',
      'winded',
      'winned',
      'withdrawed',
      'writed',
    ];
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.flatMap(verbForms).filter((form) => wrong.includes(form))).toEqual([]);
  });
});

describe('nounForms', () => {
  it.each([
    ['district', ['district', 'districts']],
    ['territory', ['territory', 'territories']],
    ['day', ['day', 'days']],
    ['church', ['church', 'churches']],
    ['veto', ['veto', 'vetoes', 'vetos']],
    ['forces', ['forces']],
    ['822', ['822']],
    ['1990s', ['1990s']],
    ['s', ['s']],
  ])('gives %s and its plural', (noun, forms) => {
    expect(nounForms(noun)).toEqual(forms);
  });
});
