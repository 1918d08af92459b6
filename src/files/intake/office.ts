import type { FileHandle } from 'node:fs/promises';
import { readXml } from '../../core/xml/read-xml';
import { XmlFault } from '../../core/xml/xml-fault';
import { badFile } from './bad-file';
import { type Ending, typeOf } from './file-types';
import { readDirectory, unpack, type ZipEntry } from './zip-directory';

const OPEN_XML: readonly Ending[] = ['docx', 'xlsx', 'pptx'];
const OPEN_DOCUMENT: readonly Ending[] = ['odt', 'ods', 'odp'];

/** Programs inside documents, by the names of their parts and by what those are declared to be. */
const PROGRAMS = /(^|\/)(vbaproject\.bin$|vbadata\.xml$|activex\/|macrosheets\/)|^(basic|scripts)\/.+/i;
const PROGRAM_TYPES = /macroEnabled|vbaProject|vbaData|activeX|macrosheet/i;

/** The list of contents of an Office document is short. */
const LONGEST_LIST = 2 * 1024 * 1024;

const broken = () => badFile('files:refusal.broken_document');

/** Which document a ZIP file is. @throws Invalid when it is none, broken, a trap, or brings programs */
export async function officeTypeOf(file: FileHandle, size: number): Promise<Ending> {
  const entries = await readDirectory(file, size);
  const ending = (await openDocumentIn(file, entries)) ?? (await openXmlIn(file, entries));
  if (!ending) throw badFile('files:refusal.not_taken');
  if (entries.some(({ name }) => PROGRAMS.test(name))) throw badFile('files:refusal.programs');
  for (const entry of entries) await unpack(file, entry, () => undefined);
  return ending;
}

/** It says what it is in its first part, which is not packed. */
async function openDocumentIn(file: FileHandle, entries: ZipEntry[]): Promise<Ending | undefined> {
  const first = entries.find(({ at }) => at === 0);
  if (first?.name !== 'mimetype' || first.packed > 100) return undefined;
  const type = (await contentOf(file, first)).toString('latin1').trim();
  const ending = OPEN_DOCUMENT.find((each) => typeOf(each) === type);
  if (ending && !entries.some(({ name }) => name === 'content.xml')) throw broken();
  return ending;
}

/** It has a list of its parts; the main one tells what the whole is. */
async function openXmlIn(file: FileHandle, entries: ZipEntry[]): Promise<Ending | undefined> {
  const list = entries.find(({ name }) => name === '[Content_Types].xml');
  if (!list) return undefined;
  if (list.unpacked > LONGEST_LIST) throw badFile('files:refusal.zip_bomb');
  const types = await typesIn(await contentOf(file, list));
  if (types.some(({ type }) => PROGRAM_TYPES.test(type))) throw badFile('files:refusal.programs');
  return OPEN_XML.find((ending) =>
    types.some(
      ({ part, type }) =>
        type === `${typeOf(ending)}.main+xml` && entries.some(({ name }) => `/${name}` === part),
    ),
  );
}

async function typesIn(bytes: Buffer): Promise<{ part: string; type: string }[]> {
  try {
    return (await readXml(bytes)).elements().map((element) => ({
      part: element.attribute('PartName') ?? '',
      type: element.attribute('ContentType') ?? '',
    }));
  } catch (error) {
    throw error instanceof XmlFault ? broken() : error;
  }
}

async function contentOf(file: FileHandle, entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await unpack(file, entry, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}
