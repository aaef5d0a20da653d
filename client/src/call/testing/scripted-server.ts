import type { ErrorCode } from '@front-door/shared/errors.ts';
import type { ConsumerOffer } from '@front-door/shared/protocol/media.ts';
import type { ServerEvents } from '@front-door/shared/protocol/events.ts';
import type { SocketReply, SocketRequestName } from '@front-door/shared/protocol/socket.ts';
import { Device } from 'mediasoup-client';
import {
  generateConsumerRemoteParameters,
  generateLocalDtlsParameters,
  generateNativeRtpCapabilities,
  generateRouterRtpCapabilities,
  generateTransportRemoteParameters,
} from 'mediasoup-client/fakeParameters';
import { FakeHandler } from 'mediasoup-client/handlers/FakeHandler';
import { ApiError } from '../../net/api-error.ts';
import type { Signalling } from '../signalling.ts';

type Handler = (...facts: unknown[]) => void;

/** The server's end of a call's signalling: remembers what it was asked, answers, and tells what a test wants told. */
export class ScriptedServer {
  /** Every request in order, as `name` or, where it matters, `name detail`. */
  readonly asked: string[] = [];
  /** Offered in answer to `consumers:start`. */
  offers: ConsumerOffer[] = [];
  /** `away`: the connection is lost. Otherwise requests are answered. */
  away = false;
  /** Requests of this name are refused, with this code. */
  refuse: { name: SocketRequestName; code: ErrorCode } | null = null;
  readonly #handlers = new Map<string, Set<Handler>>();

  /** How often the connection was doubted. */
  doubts = 0;

  readonly signalling: Signalling = {
    doubt: () => (this.doubts += 1),
    request: async (name, data) => {
      if (this.away) throw new ApiError({ code: 'offline' });
      this.asked.push(labelOf(name, data));
      if (this.refuse?.name === name) throw new ApiError({ code: this.refuse.code });
      if (name === 'consumers:start') for (const offer of this.offers) this.tell('consumer:offered', offer);
      return replyTo(name) as SocketReply<typeof name>;
    },
    on: (event, handler) => {
      const handlers = this.#handlers.get(event) ?? new Set();
      this.#handlers.set(event, handlers.add(handler as Handler));
      return () => handlers.delete(handler as Handler);
    },
  };

  tell<E extends keyof ServerEvents>(event: E, ...facts: Parameters<ServerEvents[E]>): void {
    for (const handler of this.#handlers.get(event) ?? []) handler(...facts);
  }

  /** Transports as it makes them. */
  opened(): SocketReply<'media:open'> {
    return replyTo('media:open') as SocketReply<'media:open'>;
  }

  count(name: string): number {
    return this.asked.filter((request) => request.split(' ')[0] === name).length;
  }
}

/** A device of the media library with its own handler for runs without a browser. */
export async function deviceWithoutBrowser(): Promise<Device> {
  const parameters = { generateNativeRtpCapabilities, generateLocalDtlsParameters };
  return new Device({ handlerFactory: FakeHandler.createFactory(parameters) });
}

export function offerOf(visitId: string, source: 'microphone' | 'camera', paused = false): ConsumerOffer {
  const codecMimeType = source === 'microphone' ? 'audio/opus' : 'video/VP8';
  const { id, producerId, kind, rtpParameters } = generateConsumerRemoteParameters({ codecMimeType });
  return { consumerId: id, producerId, kind, rtpParameters, visitId, source, paused };
}

function labelOf(name: SocketRequestName, data: unknown): string {
  const { source, paused, by } = data as { source?: string; paused?: boolean; by?: string | null };
  return [name, source, paused ? 'muted' : '', by].filter(Boolean).join(' ');
}

let producers = 0;

function replyTo(name: SocketRequestName): unknown {
  switch (name) {
    case 'media:open':
    case 'media:prepare':
      return {
        routerRtpCapabilities: generateRouterRtpCapabilities(),
        send: generateTransportRemoteParameters(),
        receive: generateTransportRemoteParameters(),
        iceServers: [],
      };
    case 'producer:create':
      return { producerId: `producer-${(producers += 1)}` };
    case 'transport:restart-ice':
      return { iceParameters: generateTransportRemoteParameters().iceParameters, iceServers: [] };
    default:
      return {};
  }
}
