// Every line of this file must parse on an old Node.js, or it could not say that the Node.js is old.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 9)) {
  console.error(`Smart Drive needs Node.js 20.9 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
