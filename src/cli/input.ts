/** Reading what people hand to the commands: files that may be missing, empty, binary or huge. */
import { createReadStream, statSync } from 'node:fs';
import { UserError } from './main.ts';

/** No article comes near this; what is larger is a wrong file. Bytes of a file and of one line of JSONL. */
export const MAX_BYTES = 10_000_000;
export const LIMIT = `${MAX_BYTES / 1_000_000} MB`;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

/** Why the system would not give a file. An error that is not the system's is a fault of ours and goes on. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  return REASONS[String(error.code)] ?? error.message;
}

async function readBytes(stream: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) throw new UserError(`${name}: is larger than ${LIMIT}; give one article at a time`);
  }
  return Buffer.concat(chunks);
}

const BYTE_ORDER_MARKS: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** After whole attributes, so that no word within a value is taken for one. */
const META_CHARSET = /<meta(?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*?\s+charset\s*=\s*["']?([\w-]+)/i;
const META_TYPE = /<meta\s(?=[^>]*\bhttp-equiv\s*=\s*["']?content-type)[^>]*\bcharset\s*=\s*["']?([\w-]+)/i;

/** As browsers tell it: the byte order mark before what the page declares, and no page that can be read so far is in UTF-16. */
function charsetOf(bytes: Buffer): string {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  const head = bytes.subarray(0, 2048).toString('latin1');
  const declared = (META_CHARSET.exec(head) ?? META_TYPE.exec(head))?.[1] ?? 'utf-8';
  return /^utf-16/i.test(declared) ? 'utf-8' : declared;
}

/** Control characters that no text has; a picture or an archive is full of them. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
}

function decode(bytes: Buffer, name: string): string {
  const charset = charsetOf(bytes);
  try {
    const text = new TextDecoder(charset, { fatal: charset === 'utf-8' }).decode(bytes);
    if (!looksBinary(text)) return text;
  } catch {
    // Neither UTF-8 nor a known character set: said below.
  }
  throw new UserError(`${name}: is no text in UTF-8 (binary, or in another character set that it does not name)`);
}

/**
 * The text of a file, or of standard input for "-".
 * @throws UserError, one line, for a file that is missing, empty, binary or larger than MAX_BYTES
 */
export async function readText(path: string): Promise<string> {
  const name = path === '-' ? 'standard input' : path;
  const bytes = await readStream(path, name);
  const text = decode(bytes, name);
  if (text.trim() === '') throw new UserError(`${name}: is empty`);
  return text;
}

async function readStream(path: string, name: string): Promise<Buffer> {
  try {
    if (path === '-') return await readBytes(process.stdin, name);
    if (statSync(path).size > MAX_BYTES)
      throw new UserError(`${name}: is larger than ${LIMIT}; give one article at a time`);
    return await readBytes(createReadStream(path), name);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${name}: ${reasonOf(error)}`);
  }
}
