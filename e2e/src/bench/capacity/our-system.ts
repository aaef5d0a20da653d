import { Visitor } from '@front-door/server/src/testing/visitor.ts';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { SocketReply } from '@front-door/shared/protocol/socket.ts';
import type { types } from 'mediasoup-client';
import { HttpClient, secretOf } from '../../support/http-client.ts';
import { ServerProcess } from '../../support/server.ts';
import { receiveOn, sendOn, type Asks } from './mediasoup-ends.ts';
import { readableSigns, readSigns } from '../../soak/vital-signs.ts';
import type { System } from './system.ts';

const address = '127.0.0.1';
const name = 'Ann Example';

/** The whole product as `npm start` runs it, with one media worker and its spare. */
export async function startOurs(): Promise<System> {
  const server = await ServerProcess.start({ env: { LOG_LEVEL: 'warn', WORKERS: '1', ...readableSigns } });
  const admin = new HttpClient(server.origin);
  await admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
  const visitors: Visitor[] = [];

  const enter = async (link: string) => {
    const visitor = await Visitor.byLink(server.origin, secretOf(link));
    visitors.push(visitor);
    return visitor;
  };
  return {
    pid: server.pid,
    // Its garbage is collected before its signs are read.
    tidy: () => readSigns(server),
    call: async () => {
      const links = await admin.send('consultations.create', { clinicianName: 'Dr Asha Patel' });
      const clinician = await enter(links.clinicianLink);
      const patient = await enter(links.patientLink);
      const { view } = await patient.welcome();
      await patient.request('visit:check-in', { name, agreed: true });
      await clinician.request('visit:admit', { visitId: view.me.visitId, confirmedName: name });
      const people = [await open(clinician), await open(patient)] as const;
      const sends = [await people[0].send(), await people[1].send()] as const;
      return [
        { ...sends[0], ...(await people[0].receive()) },
        { ...sends[1], ...(await people[1].receive()) },
      ];
    },
    close: async () => {
      for (const visitor of visitors) visitor.leave();
      await server.close();
    },
  };
}

async function open(visitor: Visitor) {
  const opened = await visitor.request('media:open', {});
  const asks = asksOf(visitor, opened);
  return {
    send: () => sendOn(address, opened, asks),
    receive: () => receiveOn(address, opened, asks),
  };
}

function asksOf(visitor: Visitor, { routerRtpCapabilities }: SocketReply<'media:open'>): Asks {
  const offer = (kind: 'audio' | 'video') => visitor.hears('consumer:offered', (offered) => offered.kind === kind);
  return {
    connect: (transportId, dtlsParameters) => visitor.request('transport:connect', { transportId, dtlsParameters }),
    produce: (kind, rtpParameters) =>
      visitor.request('producer:create', {
        source: kind === 'audio' ? 'microphone' : 'camera',
        rtpParameters,
        paused: false,
      }),
    offered: async () => {
      await visitor.request('consumers:start', { rtpCapabilities: routerRtpCapabilities });
      const offered = { audio: await offer('audio'), video: await offer('video') };
      return { audio: parametersOf(offered.audio), video: parametersOf(offered.video) };
    },
    ready: async () => {
      for (const kind of ['audio', 'video'] as const) {
        await visitor.request('consumer:resume', { consumerId: (await offer(kind)).consumerId });
      }
    },
  };
}

const parametersOf = (offer: ConsumerOffer) => offer.rtpParameters as types.RtpParameters;
