/**
 * Inflected forms of English words, made when rules are compiled, so that matching compares words as they stand.
 * (A stemmer at run time would take "Armenian forced" for "Armenian forces".)
 */

/** Past tense and participle, where irregular, of verbs that reports on the topic use. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  arise: ['arose', 'arisen'],
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'],
  bear: ['bore', 'borne', 'born'],
  become: ['became'],
  begin: ['began', 'begun'],
  bind: ['bound'],
  bleed: ['bled'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  burn: ['burned', 'burnt'],
  buy: ['bought'],
  cast: [],
  catch: ['caught'],
  choose: ['chose', 'chosen'],
  come: ['came'],
  cost: [],
  cut: [],
  deal: ['dealt'],
  dig: ['dug'],
  do: ['does', 'did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feed: ['fed'],
  feel: ['felt'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  foresee: ['foresaw', 'foreseen'],
  forget: ['forgot', 'forgotten'],
  freeze: ['froze', 'frozen'],
  get: ['got'],
  give: ['gave', 'given'],
  go: ['goes', 'went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['has', 'had', 'having'],
  hear: ['heard'],
  hide: ['hid', 'hidden'],
  hit: [],
  hold: ['held'],
  hurt: [],
  keep: ['kept'],
  know: ['knew', 'known'],
  lay: ['laid'],
  lead: ['led'],
  leave: ['left'],
  let: [],
  lie: ['lay', 'lain', 'lying'],
  lose: ['lost'],
  make: ['made'],
  mean: ['meant'],
  meet: ['met'],
  overrun: ['overran'],
  oversee: ['oversaw', 'overseen'],
  overthrow: ['overthrew', 'overthrown'],
  pay: ['paid'],
  put: [],
  quit: [],
  read: [],
  rebuild: ['rebuilt'],
  retake: ['retook', 'retaken'],
  ride: ['rode', 'ridden'],
  rise: ['rose', 'risen'],
  run: ['ran'],
  say: ['said'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  sell: ['sold'],
  send: ['sent'],
  set: [],
  shoot: ['shot'],
  show: ['showed', 'shown'],
  shut: [],
  sit: ['sat'],
  speak: ['spoke', 'spoken'],
  spend: ['spent'],
  split: [],
  spread: [],
  stand: ['stood'],
  steal: ['stole', 'stolen'],
  strike: ['struck'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  teach: ['taught'],
  tear: ['tore', 'torn'],
  tell: ['told'],
  think: ['thought'],
  throw: ['threw', 'thrown'],
  undergo: ['undergoes', 'underwent', 'undergone'],
  understand: ['understood'],
  undertake: ['undertook', 'undertaken'],
  uphold: ['upheld'],
  wear: ['wore', 'worn'],
  win: ['won'],
  wind: ['wound'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
};

const VOWEL_Y = /[aeiou]y$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;
const CONSONANT_O = /[^aeiou]o$/;
/** One vowel and one consonant at the end of a word of one syllable, or a stressed last syllable of the verbs listed. */
const DOUBLES =
  /^[^aeiou]*[aeiou][bdgklmnprt]$|^(?:commit|permit|admit|refer|occur|transfer|compel|expel|propel|control|forget|begin|overrun|rebut|submit|omit|prefer|fulfil)$/;

function withS(word: string): string {
  if (word.endsWith('y') && !VOWEL_Y.test(word)) return `${word.slice(0, -1)}ies`;
  return SIBILANT.test(word) || CONSONANT_O.test(word) ? `${word}es` : `${word}s`;
}

/** A noun and its plural ("photos", "vetoes": both are made); a word that ends in s, a number or a one-letter word stays as it is. */
export function nounForms(noun: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(noun) || noun.endsWith('s')) return [noun];
  return [...new Set([noun, withS(noun), ...(noun.endsWith('o') ? [`${noun}s`] : [])])];
}

/** A verb in all its forms: "occupy" gives occupies, occupied, occupying. */
export function verbForms(verb: string): readonly string[] {
  let stem = verb;
  let past = `${verb}ed`;
  if (verb.endsWith('ie')) stem = `${verb.slice(0, -2)}y`;
  else if (/.[^eoy]e$/.test(verb)) stem = verb.slice(0, -1);
  else if (DOUBLES.test(verb)) stem = verb + verb.slice(-1);
  if (verb.endsWith('e')) past = `${verb}d`;
  else if (verb.endsWith('y') && !VOWEL_Y.test(verb)) past = `${verb.slice(0, -1)}ied`;
  else if (stem !== verb) past = `${stem}ed`;
  const irregular = IRREGULAR[verb];
  return [...new Set([verb, withS(verb), `${stem}ing`, ...(irregular ?? [past])])];
}
