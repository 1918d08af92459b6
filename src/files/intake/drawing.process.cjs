// Draws images anew, one after the other. A process of its own: the libraries that read images are native and see what
// strangers have made; if one of them falls, or does not come to an end, nothing else does, and what it took of the
// memory goes back with it. Not TypeScript, because it is started as it stands, from the sources (tests) and the build.
const sharp = require('sharp');

sharp.cache(false);
sharp.concurrency(1);

async function draw({ path, places, widths, mostPixels, longestSide }) {
  const facts = await sharp(path, { limitInputPixels: false }).metadata();
  const { width, height } = facts;
  if (width * height > mostPixels) return { tooLarge: { width, height } };
  const [place, ...others] = places;
  const image = await write(drawnAnew(path, facts, { mostPixels, longestSide }), place);
  const images = [image];
  for (const [at, size] of widths.entries()) {
    if (size < image.width)
      images.push(await write(sharp(place).resize({ width: size }).webp({ quality: 80 }), others[at]));
  }
  return { images };
}

// Photographs stay JPEG, everything with few colours or with holes becomes PNG: the two that all programs open, also
// those that print. The first picture of a moving one.
function drawnAnew(path, { format, hasAlpha, isPalette }, { mostPixels, longestSide }) {
  const image = sharp(path, { limitInputPixels: mostPixels, failOn: 'warning' })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
  const lossless = format === 'png' || format === 'gif' || hasAlpha;
  return lossless ? image.png({ palette: isPalette }) : image.jpeg({ quality: 88 });
}

async function write(image, path) {
  const { format, width, height } = await image.toFile(path);
  return { path, type: `image/${format}`, width, height };
}

process.on('message', (work) => {
  draw(work)
    .catch(() => ({}))
    .then((answer) => process.send({ ...answer, memory: process.memoryUsage.rss() }));
});
// Who asked is gone.
process.once('disconnect', () => process.exit());
