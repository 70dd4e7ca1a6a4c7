import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normalise.ts';
import { anyText } from './text-arbitraries.ts';

const text = (source: string): string => normalise(source).text;

describe('normalise', () => {
  it('gives plain text back as it is, without a map', () => {
    const source = 'Minsk Group, 1992: "talks"\n(again) ~ 20%';
    expect(normalise(source)).toEqual({ text: source, map: null });
  });

  it('takes marks and compatibility forms off letters', () => {
    expect(text('İSAF')).toBe('ISAF');
    expect(text('Nakhchıvan')).toBe('Nakhchivan');
    expect(text('Qarabağ')).toBe('Qarabag');
    expect(text('Kara\u0301bakh')).toBe('Karabakh');
    expect(text('Karábakh')).toBe('Karabakh');
    expect(text('oﬃce ﬁeld')).toBe('office field');
    expect(text('ＮＡＴＯ ８２２')).toBe('NATO 822');
    expect(text('𝐍𝐀𝐓𝐎')).toBe('NATO');
  });

  it('knows letters that Unicode does not take apart, small and capital', () => {
    expect(text('Heydər Əliyev')).toBe('Heydar Aliyev');
    expect(text('Łukasz ł Øre ø Đukanović đ')).toBe('Lukasz l Ore o Dukanovic d');
    expect(text('straße STRAẞE Æther æther Œuvre œuvre')).toBe('strasse STRASSE AEther aether OEuvre oeuvre');
  });

  it('drops what is not seen', () => {
    expect(text('Na\u00adgor\u200bno\u2060-\ufeffKara\u200dbakh')).toBe('Nagorno-Karabakh');
    expect(text('\u202aISAF\u202c')).toBe('ISAF');
  });

  it('brings spaces, dashes and quotes to one form, and keeps line feeds', () => {
    expect(text('Minsk\u00a0Group\u2009of\tthe\u202fOSCE')).toBe('Minsk Group of the OSCE');
    expect(text('one\r\ntwo\u2028three\nfour')).toBe('one \ntwo three\nfour');
    expect(text('Nagorno‑Karabakh – Nagorno—Karabakh − ‐')).toBe('Nagorno-Karabakh - Nagorno-Karabakh - -');
    expect(text('“Azerbaijan’s” ‘war’ «talks» „no‟ parties′ ʼ')).toBe(
      '"Azerbaijan\'s" \'war\' "talks" "no" parties\' \'',
    );
  });

  it('keeps footnote numbers and trade marks out of the word before them', () => {
    expect(text('resolution 822² of')).toBe('resolution 822  of');
    expect(text('ISAF™')).toBe('ISAF ');
  });

  it('reads the sign for a number as one', () => {
    expect(text('№ 822 №853')).toBe('# 822 #853');
  });

  it('leaves a sign whole that would become words and signs', () => {
    expect(text('½ ℃')).toBe('½ ℃');
    expect(text('…')).toBe('...');
  });

  it('case 40: maps each unit to the character from which it came', () => {
    const source = '😀 ﬁ\u00ad-Kará';
    const { text: out, map } = normalise(source);
    expect(out).toBe('😀 fi-Kara');
    expect([...(map ?? [])]).toEqual([0, 0, 2, 3, 3, 5, 6, 7, 8, 9, source.length]);
  });

  it('holds for any text: the map is as long as the text, never falls, and lies on the source', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const { text: out, map } = normalise(source);
        if (map === null) {
          expect(out).toBe(source);
          return;
        }
        expect(map.length).toBe(out.length + 1);
        expect(map.at(-1)).toBe(source.length);
        for (let i = 0; i < map.length - 1; i++) {
          expect(map[i]).toBeLessThan(source.length);
          expect(map[i]).toBeLessThanOrEqual(map[i + 1] ?? -1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds for any text: what is normalised stays as it is', () => {
    fc.assert(
      fc.property(anyText, (source) => {
        const once = text(source);
        expect(text(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
