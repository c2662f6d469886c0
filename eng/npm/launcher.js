#!/usr/bin/env node
'use strict';

// Runs the native program, which is in a package of its own for each platform.
const { spawn } = require('node:child_process');
const { optionalDependencies } = require('./package.json');

const isWindows = process.platform === 'win32';
const platform = `${process.platform}-${process.arch}`;
const platformPackage = `@sessions-widgets/${platform}`;

function findProgram() {
  try {
    return require.resolve(`${platformPackage}/bin/sessions-widgets${isWindows ? '.exe' : ''}`);
  } catch {
    return null;
  }
}

function run(path) {
  const program = spawn(path, process.argv.slice(2), { stdio: 'inherit' });
  // Where the file is there and cannot be found, what should load it is missing.
  program.on('error', error => error.code === 'ENOENT' && usesMusl()
    ? failWithoutProgram()
    : fail(`the program cannot be started: ${error.message}`));

  // The program decides how to end. On Windows it gets what is typed by itself, and nothing else can be passed on.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.on(name, () => isWindows || program.kill(name));
  program.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

function failWithoutProgram() {
  const musl = usesMusl();
  if (!musl && platformPackage in optionalDependencies) {
    fail(`the package ${platformPackage}, which has the program for this platform, is not installed. npm leaves it out with `
      + '--omit=optional, and where node_modules or package-lock.json come from another platform: delete them and run '
      + '"npm install --include=optional".');
  } else {
    const platforms = Object.keys(optionalDependencies).map(name => name.split('/')[1]).join(', ');
    fail(`there is no program for ${platform}${musl ? ' with musl' : ''}; there is one for ${platforms} (linux: with glibc). `
      + 'The .NET tool SessionsWidgets.Cli runs wherever the .NET 10 runtime does.');
  }
}

// A report names the version of glibc; there is none with musl, for which nothing is built.
function usesMusl() {
  if (process.platform !== 'linux') return false;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime === undefined;
}

function fail(message) {
  console.error(`sessions-widgets: ${message}`);
  process.exitCode = 1;
}

const path = findProgram();
if (path === null) failWithoutProgram();
else run(path);
