// Imported before everything else, and written so that even a very old Node gets as far as the message.

const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  stop(`Front Door needs Node ${oldest} or newer, this is ${process.versions.node}. Please install Node 24.`);
}

if (process.platform === 'win32') {
  stop('Front Door runs on Linux (and macOS for development). On Windows, use it inside WSL.');
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
