// Sets one book and ends. A process of its own: the typesetter is native and synchronous, so that nothing but the
// end of its process stops it, and what it took of the memory goes back with it.
// Not TypeScript, because it is started as it stands, from the sources (tests) and from the build.

/** The first that is installed. */
function typesetter(packages) {
  for (const name of packages) {
    try {
      return require(name);
    } catch {
      // the next one, then
    }
  }
  return undefined;
}

/** Nothing is read from the disk: this folder does not exist, all that stands in it is given. */
const FOLDER = '/print';

function set({ packages, fonts, files, main, standard }) {
  const native = typesetter(packages);
  if (!native) return { missing: true };
  const compiler = native.NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  for (const [path, content] of files) compiler.mapShadow(`${FOLDER}/${path}`, Buffer.from(content));
  const outcome = compiler.compile({ mainFilePath: `${FOLDER}/${main}` });
  const document = outcome.result;
  if (!document) return { fault: JSON.stringify(outcome.takeError()?.shortDiagnostics ?? 'unknown') };
  process.send({ pages: document.numOfPages });
  return { pdf: compiler.pdf(document, standard && { pdfStandard: standard }) };
}

process.once('message', (work) => {
  let answer;
  try {
    answer = set(work);
  } catch (error) {
    answer = { fault: String(error?.message ?? error) };
  }
  process.send(answer, () => process.exit());
});
// Who asked is gone: nobody will read the book.
process.once('disconnect', () => process.exit());
