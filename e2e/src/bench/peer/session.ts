/** What Janus says of one request, or by itself. */
interface Said {
  janus: string;
  transaction?: string;
  /** The handle that it is about. */
  sender?: number;
  data?: { id: number };
  error?: { reason: string };
  plugindata?: { data: { error?: string } };
  jsep?: RTCSessionDescriptionInit;
}

/** What a plugin says, and the session description that it may say it with. */
export interface News<D = Record<string, unknown>> {
  data: D;
  jsep: RTCSessionDescriptionInit | undefined;
}

/**
 * A session of Janus's own protocol over a WebSocket, in a browser or in Node. The protocol is public; these are the
 * few messages of it that a call of two people needs.
 */
export class JanusSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, (said: Said) => void>();
  readonly #handles = new Map<number, (news: News) => void>();
  #id: number | undefined;
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(data as string) as Said));
  }

  static async open(url: string): Promise<JanusSession> {
    const socket = new WebSocket(url, 'janus-protocol');
    await new Promise((opened, failed) => {
      socket.addEventListener('open', opened);
      socket.addEventListener('error', failed);
    });
    const session = new JanusSession(socket);
    session.#id = (await session.request({ janus: 'create' })).data!.id;
    return session;
  }

  /** A handle on the video rooms. `onNews` hears what is said there without being asked. */
  async attach(onNews: (news: News) => void): Promise<JanusHandle> {
    const { data } = await this.request({ janus: 'attach', plugin: 'janus.plugin.videoroom' });
    this.#handles.set(data!.id, onNews);
    return new JanusHandle(this, data!.id);
  }

  /** Sends; resolves with the answer, which is not the acknowledgement that there will be one. */
  async request(message: Record<string, unknown>): Promise<Said> {
    const transaction = String((this.#count += 1));
    const answer = new Promise<Said>((heard) => this.#waiting.set(transaction, heard));
    this.#socket.send(JSON.stringify({ ...message, transaction, ...(this.#id && { session_id: this.#id }) }));
    const said = await answer;
    const wrong = said.error?.reason ?? said.plugindata?.data.error;
    if (wrong !== undefined) throw new Error(`Janus: ${wrong}`);
    return said;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(said: Said): void {
    const isForMore = said.janus === 'ack';
    const waiting = this.#waiting.get(said.transaction ?? '');
    if (waiting && !isForMore) {
      this.#waiting.delete(said.transaction!);
      waiting(said);
    } else if (said.plugindata && said.sender !== undefined) {
      this.#handles.get(said.sender)?.({ data: said.plugindata.data, jsep: said.jsep });
    }
  }
}

export class JanusHandle {
  readonly #session: JanusSession;
  readonly #id: number;

  constructor(session: JanusSession, id: number) {
    this.#session = session;
    this.#id = id;
  }

  /** Asks the plugin; resolves with what it answers. */
  async ask<D>(body: Record<string, unknown>, jsep?: RTCSessionDescriptionInit): Promise<News<D>> {
    const said = await this.#session.request({ janus: 'message', handle_id: this.#id, body, ...(jsep && { jsep }) });
    return { data: said.plugindata!.data as D, jsep: said.jsep };
  }

  /** Tells of a way to us, or that there are no more; nobody waits for the acknowledgement. */
  trickle(candidate: RTCIceCandidate | null): void {
    const told = candidate ?? { completed: true };
    void this.#session.request({ janus: 'trickle', handle_id: this.#id, candidate: told });
  }
}
