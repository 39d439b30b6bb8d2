// Stands in for Electron's own default app, which the carried runtime lacks: starts the app folder named on the command line.
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { app } = require("electron");

const required = [];
let target;
for (const words = process.argv.slice(1); words.length > 0 && target === undefined; ) {
  const word = words.shift();
  if (word === "-r" || word === "--require") required.push(words.shift());
  else if (!word.startsWith("-")) target = path.resolve(word);
}
if (target === undefined) {
  console.error("usage: electron [options] <app folder>");
  process.exit(1);
}

// app.isPackaged, Playwright's loader and Electron itself look for this mark of an app started from a folder.
Object.defineProperty(process, "defaultApp", { configurable: false, enumerable: true, value: true });
Module._preloadModules(required);

const about = JSON.parse(fs.readFileSync(path.join(target, "package.json"), "utf8"));
app.setVersion(about.version);
app.name = about.productName;
app.setDesktopName(`${about.name}.desktop`);
app.setAppPath(target);
process._firstFileName = path.join(target, about.main);
Module._load(process._firstFileName, Module, true);
