/** Longest stretches of work in a page of Chromium, from samples of what its main thread runs. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

type Profile = Protocol.Profiler.Profile;
type Frame = Protocol.Profiler.ProfileNode;

/** Microseconds between samples. */
const INTERVAL = 200;

const isOurs = ({ callFrame }: Frame): boolean => callFrame.url.startsWith('chrome-extension:');
const isIdle = ({ callFrame }: Frame): boolean => callFrame.functionName === '(idle)';
const isCollector = ({ callFrame }: Frame): boolean => callFrame.functionName === '(garbage collector)';

/** Ids of the nodes that are chosen, and of all that they call. */
function withCalled(nodes: readonly Frame[], isChosen: (frame: Frame) => boolean): ReadonlySet<number> {
  const ids = new Set<number>();
  // A caller stands before what it calls.
  for (const node of nodes) {
    if (isChosen(node)) ids.add(node.id);
    if (ids.has(node.id)) for (const child of node.children ?? []) ids.add(child);
  }
  return ids;
}

/** Milliseconds of the longest run of samples in these nodes; the collector's work belongs to whatever it interrupts. */
function longestRun({ nodes, samples = [], timeDeltas = [] }: Profile, isChosen: (frame: Frame) => boolean): number {
  const chosen = withCalled(nodes, isChosen);
  const collectors = new Set(nodes.filter(isCollector).map(({ id }) => id));
  let longest = 0;
  let run = 0;
  samples.forEach((id, i) => {
    const isRunning = chosen.has(id) || (run > 0 && collectors.has(id));
    run = isRunning ? run + (timeDeltas[i + 1] ?? 0) : 0;
    longest = Math.max(longest, run);
  });
  return longest / 1_000;
}

/** Milliseconds without a pause, each the longest. */
export interface Stretches {
  /** of the extension's own scripts */
  readonly ours: number;
  /** of all that the page's main thread does */
  readonly all: number;
}

async function profileOf(session: CDPSession, work: () => Promise<void>): Promise<Profile> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  await work();
  return (await session.send('Profiler.stop')).profile;
}

/** What runs in the page while the work goes on. */
export async function longestStretches(page: Page, work: () => Promise<void>): Promise<Stretches> {
  const session = await page.createCDPSession();
  const profile = await profileOf(session, work);
  await session.detach();
  const hasNoParent = ({ callFrame }: Frame): boolean => callFrame.functionName === '(root)';
  return {
    ours: longestRun(profile, isOurs),
    all: longestRun(profile, (frame) => !isIdle(frame) && !hasNoParent(frame)),
  };
}
