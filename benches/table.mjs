/** Prints rows under a head: the first column and words to the left, everything else to the right. */
export function print(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const isText = head.map((name, column) => column === 0 || !rows.some((row) => /^[\d>-]/.test(row[column])));
  for (const row of all) {
    console.log(row.map((text, column) => (isText[column] ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join("  ").trimEnd());
  }
  console.log();
}
