/** Ends the run with one line that people and machines can read. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    // `npm run check` says how many of its other checks found something: they count here.
    const checks = Number(process.env.FAILED_CHECKS ?? 0);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + checks;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    const line = `\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`;
    process.once('exit', () => process.stdout.write(line));
  }
};
