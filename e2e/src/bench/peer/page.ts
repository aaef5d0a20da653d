import type { BarePage } from '../bare.ts';
import { play } from '../bare-playing.ts';
import { JanusSession, type JanusHandle, type News } from './session.ts';

/** A person in the room who sends. */
interface Publisher {
  id: number;
}

interface Joined {
  publishers?: Publisher[];
}

const page: BarePage = window;
const asked = new URLSearchParams(location.search);
const room = Number(asked.get('room'));

// As Janus's own demonstration goes about it: whoever is there is subscribed to at once, while one's own is on its way.
const [own, session] = await Promise.all([
  navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 480 } }),
  JanusSession.open(asked.get('janus')!),
]);
const sending = await session.attach(meet);
const joined = await sending.ask<Joined>({ request: 'join', ptype: 'publisher', room });
meet(joined);
const up = connectionOf(sending);
for (const track of own.getTracks()) up.addTrack(track, own);
await up.setLocalDescription();
const { jsep } = await sending.ask({ request: 'configure' }, up.localDescription!.toJSON());
await up.setRemoteDescription(jsep!);
page.sending = true;

function meet({ data }: News<Joined>): void {
  for (const publisher of data.publishers ?? []) void receive(publisher);
}

async function receive({ id }: Publisher): Promise<void> {
  const receiving = await session.attach(() => {});
  const down = connectionOf(receiving);
  down.addEventListener('track', ({ track }) => play(track));
  const offered = await receiving.ask({ request: 'join', ptype: 'subscriber', room, streams: [{ feed: id }] });
  await down.setRemoteDescription(offered.jsep!);
  await down.setLocalDescription();
  await receiving.ask({ request: 'start' }, down.localDescription!.toJSON());
}

function connectionOf(handle: JanusHandle): RTCPeerConnection {
  const connection = new RTCPeerConnection();
  connection.addEventListener('icecandidate', ({ candidate }) => handle.trickle(candidate));
  return connection;
}
