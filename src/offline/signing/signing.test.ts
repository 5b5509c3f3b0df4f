import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pickScryptParameters } from '../../archive/signature/scrypt-parameters.ts';
import { inventedInfo, writeEdition } from '../edition.fixture.ts';
import { programOrSkip, runProgram } from '../programs.fixture.ts';
import { unpackZip } from '../unpacked-zip.fixture.ts';
import { isIntact, verifyCopy } from '../verification/verify-copy.ts';
import { writeArchive } from '../writing/write-archive.ts';
import { makeKeys } from './keys.fixture.ts';
import { checkSignature, openSigningKey, readPublicKey, signFile } from './signing.ts';

let folder: string;
let zip: string;
const keys = makeKeys();
const noPassword = () => Promise.reject(new Error('asked for a password'));
const publicFile = () => join(folder, 'key.pub');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 签名 '));
  const edition = writeEdition(join(folder, 'dist'));
  const key = await openSigningKey(keys.secret, noPassword);
  zip = (await writeArchive({ edition, out: join(folder, 'out'), key })).zip;
  writeFileSync(publicFile(), keys.public);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const verify = async (path: string, publicKey = publicFile(), signature?: string) =>
  verifyCopy({ path, showName: (name) => name, key: await readPublicKey(publicKey), signature });

test('zip, bag and edition are proved by the one signature beside them', async () => {
  unpackZip(zip, join(folder, 'out', 'bag'));
  cpSync(join(folder, 'dist'), join(folder, 'out', 'dist'), { recursive: true });
  for (const path of [zip, join(folder, 'out', 'bag'), join(folder, 'out', 'dist')]) {
    const found = await verify(path);
    expect(found.faults).toEqual([]);
    expect(found.sums.signedBy).toMatch(/^[0-9A-F]{16}$/);
  }
  const literal = keys.public.split('\n')[1] ?? '';
  expect(
    isIntact(await verify(join(folder, 'dist'), literal, join(folder, 'out', 'SHA256SUMS.minisig'))),
  ).toBe(true);
});

test('a key that the edition does not state is refused, the one that it states is not', async () => {
  const key = await openSigningKey(keys.secret, noPassword);
  const archive = (publicKey: string, name: string) => {
    const edition = writeEdition(join(folder, name), undefined, { ...inventedInfo, publicKey });
    return writeArchive({ edition, out: join(folder, `${name}-out`), key });
  };
  const stated = keys.public.split('\n')[1] ?? '';
  await expect(archive(stated, 'stated')).resolves.toHaveProperty('zip');
  const other = makeKeys().public.split('\n')[1] ?? '';
  await expect(archive(other, 'other')).rejects.toThrow(`公布的公钥（publicKey）是 ${other}`);
});

test('another key, another copy, a changed list, a changed comment and no signature are refused', async () => {
  const other = join(folder, 'other.pub');
  writeFileSync(other, makeKeys().public);
  expect((await verify(zip, other)).faults.join()).toMatch(/另一把钥匙/u);
  const copy = (name: string, change: (text: string) => string) => {
    const place = join(folder, `forged-${name}`);
    cpSync(join(folder, 'out'), place, { recursive: true });
    writeFileSync(join(place, name), change(readFileSync(join(place, name), 'utf8')));
    return join(place, 'dafu.example.org-archive-2026-03-05.zip');
  };
  const listed = copy('SHA256SUMS', (text) => `${text}${'0'.repeat(64)}  x\n`);
  expect((await verify(listed)).faults.join()).toMatch(/签名与文件不符/u);
  const commented = copy('SHA256SUMS.minisig', (text) => text.replace('day:2026', 'day:2027'));
  expect((await verify(commented)).faults.join()).toMatch(/说明被改动过/u);
  const changed = writeEdition(join(folder, 'changed'), new Map([['index.html', '另一版']]));
  expect(
    (await verify(changed, publicFile(), join(folder, 'out', 'SHA256SUMS.minisig'))).faults.join(),
  ).toMatch(/签的不是这个副本/u);
  expect((await verify(changed)).faults.join()).toMatch(/没有签名/u);
});

test('a key with a password opens with it only', async () => {
  const locked = makeKeys('虚构的密码');
  const { id } = await openSigningKey(locked.secret, () => Promise.resolve('虚构的密码'));
  expect(id).toHaveLength(8);
  await expect(openSigningKey(locked.secret, () => Promise.resolve('别的'))).rejects.toThrow(/密码不对/u);
});

test.each(['', 'RWnonsense', 'untrusted comment: x\nAAAA\n'])('%j is no key', async (text) => {
  await expect(openSigningKey(text, noPassword)).rejects.toThrow(/不是 minisign 的私钥/u);
  writeFileSync(join(folder, 'no.pub'), text);
  await expect(readPublicKey(join(folder, 'no.pub'))).rejects.toThrow(/不是 minisign 的公钥/u);
});

test('libsodium’s limits are translated as it does, and those of a changed file refused', () => {
  expect(pickScryptParameters(33_554_432, 1_073_741_824)).toEqual({ N: 2 ** 20, r: 8, p: 1 });
  expect(pickScryptParameters(524_288, 16_777_216)).toEqual({ N: 2 ** 14, r: 8, p: 1 });
  expect(() => pickScryptParameters(33_554_432, 2 ** 40)).toThrow(/内存过多/u);
});

const minisign = programOrSkip('minisign');
describe.runIf(minisign)('minisign', () => {
  const run = (...args: string[]) => runProgram(minisign ?? '', args);
  test('accepts our signature, and no changed list', () => {
    const sums = join(folder, 'out', 'SHA256SUMS');
    const { status, output } = run('-Vm', sums, '-p', publicFile());
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toMatch(/Trusted comment: file:SHA256SUMS\tmanifest-sha256:[0-9a-f]{64}\tday:2026-03-05/);
    const text = readFileSync(sums, 'utf8');
    writeFileSync(sums, text.replace('  ', ' *'));
    expect(run('-Vm', sums, '-p', publicFile()).status).not.toBe(0);
    writeFileSync(sums, text);
  });
  test('makes keys and signatures that we accept', async () => {
    const [secret, file] = [join(folder, 'own.key'), join(folder, 'file')];
    expect(run('-G', '-W', '-p', join(folder, 'own.pub'), '-s', secret).status).toBe(0);
    writeFileSync(file, '虚构的清单\n');
    const key = await readPublicKey(join(folder, 'own.pub'));
    for (const more of [[], ['-l']]) {
      expect(run('-Sm', file, '-s', secret, ...more).status).toBe(0);
      const signature = readFileSync(`${file}.minisig`, 'utf8');
      expect(checkSignature('虚构的清单\n', signature, key)).toHaveProperty('trustedComment');
      expect(checkSignature('虚构的清单', signature, key)).toHaveProperty('fault');
    }
    writeFileSync(
      `${file}.minisig`,
      signFile('虚构的清单\n', await openSigningKey(readFileSync(secret, 'utf8'), noPassword), 'x'),
    );
    expect(run('-Vm', file, '-p', join(folder, 'own.pub')).status).toBe(0);
  });
});
