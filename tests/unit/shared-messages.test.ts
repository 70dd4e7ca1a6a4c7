import { describe, expect, it } from 'vitest';
import { isPageState, isToBackground, isToPage } from '../../src/shared/messages.ts';

const RUBBISH = [undefined, null, 0, '', 'topic', [], {}, { type: 1 }, { type: 'other' }, { kind: 'other' }, () => {}];

describe('isToBackground', () => {
  it.each([{ type: 'topic' }, { type: 'card' }, { type: 'marks', count: 0 }, { type: 'marks', count: 12 }])(
    'takes %j',
    (message) => expect(isToBackground(message)).toBe(true),
  );

  it.each([
    ...RUBBISH,
    { type: 'marks' },
    { type: 'marks', count: -1 },
    { type: 'marks', count: 1.5 },
    { type: 'marks', count: '3' },
  ])('refuses %j', (message) => expect(isToBackground(message)).toBe(false));
});

describe('isToPage', () => {
  it.each([{ type: 'state' }, { type: 'open', mark: 4 }, { type: 'step', by: 1 }, { type: 'step', by: -1 }])(
    'takes %j',
    (message) => expect(isToPage(message)).toBe(true),
  );

  it.each([
    ...RUBBISH,
    { type: 'open' },
    { type: 'open', mark: '4' },
    { type: 'open', mark: Number.NaN },
    { type: 'step' },
    { type: 'step', by: 2 },
    { type: 'topic' },
  ])('refuses %j', (message) => expect(isToPage(message)).toBe(false));
});

describe('isPageState', () => {
  const entry = { mark: 1, note: 'isaf', kind: 'term', title: 'ISAF', before: '', words: 'ISAF', after: ' left.' };

  it.each([
    { kind: 'off-topic' },
    { kind: 'switched-off' },
    { kind: 'no-article' },
    { kind: 'marks', marks: [] },
    { kind: 'marks', marks: [entry, { ...entry, mark: 2, kind: 'claim' }] },
  ])('takes %j', (state) => expect(isPageState(state)).toBe(true));

  it.each([
    ...RUBBISH,
    { kind: 'marks' },
    { kind: 'marks', marks: {} },
    { kind: 'marks', marks: [null] },
    { kind: 'marks', marks: [entry, { ...entry, title: 5 }] },
    { kind: 'marks', marks: [{ ...entry, mark: 'x' }] },
    ...Object.keys(entry).map((name) => ({ kind: 'marks', marks: [{ ...entry, [name]: undefined }] })),
    { kind: 'marks', marks: [{ ...entry, kind: 'mark' }] },
  ])('refuses %j', (state) => expect(isPageState(state)).toBe(false));
});
