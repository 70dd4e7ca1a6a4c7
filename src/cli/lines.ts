/** Lines of a stream, one at a time and in order; memory holds one line and one chunk, however long the stream. */
import { MAX_BYTES } from './input.ts';

export interface Line {
  /** counted from 1 */
  readonly number: number;
  /** null: longer than MAX_BYTES, dropped while it was read */
  readonly bytes: Buffer | null;
}

const FEED = 0x0a;

/** Gathers the pieces of a line until it ends, and lets go of them once they are too many. */
class Pieces {
  #pieces: Buffer[] = [];
  #length = 0;

  get empty(): boolean {
    return this.#length === 0;
  }

  add(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > MAX_BYTES) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  take(): Buffer | null {
    const whole = this.#length > MAX_BYTES ? null : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    return whole;
  }
}

/** Splits at line feeds. A last line without one counts; nothing after the last line feed does not. */
export async function* splitLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const pieces = new Pieces();
  let number = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let feed = chunk.indexOf(FEED); feed >= 0; feed = chunk.indexOf(FEED, from)) {
      pieces.add(chunk.subarray(from, feed));
      yield { number: ++number, bytes: pieces.take() };
      from = feed + 1;
    }
    pieces.add(chunk.subarray(from));
  }
  if (!pieces.empty) yield { number: ++number, bytes: pieces.take() };
}
