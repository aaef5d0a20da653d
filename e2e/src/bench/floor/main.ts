import { BareSfu } from './sfu.ts';

/**
 * The bare server in a process of its own, for somebody without a browser: its page is empty. Opens a room whenever it
 * is asked to, collects its garbage when asked for that, and ends with whoever started it.
 */
const sfu = await BareSfu.start('');
process.on('message', (asked) => {
  if (asked === 'room') void sfu.openRoom().then((room) => process.send!(room));
  else {
    globalThis.gc?.();
    process.send!('tidy');
  }
});
process.once('disconnect', () => sfu.close());
process.send!('ready');
