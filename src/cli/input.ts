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

function charsetOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2048).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
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
