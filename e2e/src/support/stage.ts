import type { StaffRole } from '@front-door/shared/domain/roles.ts';
import type { Language } from '@front-door/shared/i18n/languages.ts';
import type { HttpInput } from '@front-door/shared/protocol/http.ts';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, openTab } from './browsers.ts';
import { HttpClient, secretOf } from './http-client.ts';
import { watchPeerConnections } from './media-probe.ts';
import { admit, click, giveDetails, inCall, shows, turnOnDevices } from './people.ts';
import { ServerProcess } from './server.ts';
import { Wire } from './wire.ts';

/** Who plays. */
export interface Cast {
  clinician: string;
  patient: string;
  guest: string;
}

export const usualCast: Cast = { clinician: 'Dr Asha Patel', patient: 'Ann Example', guest: 'Bob Carer' };

/** Names that find out what does not fit. */
export const longCast: Cast = {
  clinician: 'Dr Anastasia Papadopoulou-Wolstenholme',
  patient: 'Bartholomew Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff',
  guest: 'Krishnamurthy Venkataramanachandrasekharan',
};

interface Entrance {
  /** Whether the person lets the browser use camera and microphone. */
  devices?: boolean;
  /** Runs in the page before its own scripts. */
  prepare?: Array<() => void>;
  /** Done to the page before it goes anywhere. */
  onOpen?: (page: Page) => Promise<unknown>;
  /** What the browser calls itself, if not what it is. */
  userAgent?: string;
  /** Whose session the browser has. */
  session?: HttpClient;
}

interface CallOptions {
  overWire?: 'clinician' | 'patient';
  onOpen?: (page: Page, who: 'clinician' | 'patient') => Promise<unknown>;
}

/** One running product with its demonstration practice, one browser, and as many people as are called for. */
export class Stage {
  readonly server: ServerProcess;
  /** The demonstration's admin, without a browser. */
  readonly admin: HttpClient;
  /** A way to the server that can be cut. */
  readonly wire: Wire;
  readonly cast: Cast;
  readonly language: Language;
  readonly #browser: Browser;
  readonly #pages: Page[] = [];
  readonly #consultations: string[] = [];
  #accounts = 0;

  private constructor(server: ServerProcess, wire: Wire, browser: Browser, cast: Cast, language: Language) {
    this.server = server;
    this.admin = new HttpClient(server.origin);
    this.wire = wire;
    this.#browser = browser;
    this.cast = cast;
    this.language = language;
  }

  /**
   * @param language what everybody's browser asks for
   * @param env the server's settings
   */
  static async set(cast: Cast, language: Language = 'en', env: Record<string, string> = {}): Promise<Stage> {
    const server = await ServerProcess.start({ env });
    const [wire, browser] = await Promise.all([
      Wire.to(server.origin),
      launchChromium(['--host-resolver-rules=MAP *.example 127.0.0.1', `--accept-lang=${language}`], {
        byPermission: true,
      }),
    ]);
    const stage = new Stage(server, wire, browser, cast, language);
    await stage.admin.send('staff-links.sign-in', { secret: secretOf(server.links.admin) });
    return stage;
  }

  /** Opens an address as somebody new. */
  async open(
    address: string,
    { devices = true, prepare = [], onOpen = async () => undefined, userAgent, session }: Entrance = {},
  ): Promise<Page> {
    const { page, context } = await openTab(this.#browser, [watchPeerConnections, ...prepare]);
    this.#pages.push(page);
    if (userAgent !== undefined) await page.setUserAgent({ userAgent });
    const { origin, hostname } = new URL(address);
    if (devices) {
      const state = 'granted';
      await context.setPermission(
        origin,
        { permission: { name: 'camera' }, state },
        { permission: { name: 'microphone' }, state },
      );
    }
    if (session) {
      const [name, value] = session.cookie!.split('=') as [string, string];
      await context.setCookie({ name, value, domain: hostname, path: '/', httpOnly: true, sameSite: 'Strict' });
    }
    await onOpen(page);
    await page.goto(address);
    return page;
  }

  /** A page of nobody's. */
  blankPage(): Promise<Page> {
    return this.#browser.newPage();
  }

  /** A new consultation of the cast's clinician. */
  async consultation(wanted: HttpInput<'consultations.create'> = {}) {
    const made = await this.admin.send('consultations.create', { clinicianName: this.cast.clinician, ...wanted });
    this.#consultations.push(made.id);
    return made;
  }

  /** Somebody who waits to be let in. */
  async waiting(link: string, name: string, entrance?: Entrance): Promise<Page> {
    const page = await this.open(link, entrance);
    await giveDetails(page, name);
    await turnOnDevices(page);
    return page;
  }

  /** Somebody else by the same link as the patient, who has just arrived. */
  async guest(link: string): Promise<Page> {
    const page = await this.open(link);
    await click(page, 'join-as-guest');
    await shows(page, 'details-screen');
    return page;
  }

  /**
   * The cast's clinician and patient, in a call; one of them by way of the wire, where that is wanted.
   * @param onOpen what is done to each page before it goes anywhere
   */
  async call({ overWire, onOpen = async () => undefined }: CallOptions = {}) {
    const { id, patientLink, clinicianLink } = await this.consultation();
    const entrance = (who: 'clinician' | 'patient') => ({ onOpen: (page: Page) => onOpen(page, who) });
    const clinician = await this.open(
      overWire === 'clinician' ? this.wire.over(clinicianLink) : clinicianLink,
      entrance('clinician'),
    );
    const patient = await this.waiting(
      overWire === 'patient' ? this.wire.over(patientLink) : patientLink,
      this.cast.patient,
      entrance('patient'),
    );
    await admit(clinician, this.cast.patient);
    await Promise.all([clinician, patient].map(inCall));
    return { id, patientLink, clinicianLink, clinician, patient };
  }

  /** A new account, made and signed in without a browser. */
  async account(name: string, roles: StaffRole[]): Promise<HttpClient> {
    const { url } = await this.admin.send('staff-links.create', { roles });
    const account = new HttpClient(this.server.origin);
    await account.send('staff-links.make-account', {
      secret: secretOf(url),
      name,
      email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}.${++this.#accounts}@willowbrook.example`,
      password: 'four words together',
    });
    return account;
  }

  /** A page of staff's, as somebody who is signed in. */
  staffPage(session: HttpClient, path = '/staff'): Promise<Page> {
    return this.open(`${this.server.origin}${path}`, { session });
  }

  /** Everybody goes, and what was made is over. */
  async clear(): Promise<void> {
    this.wire.mend();
    await Promise.all(this.#pages.splice(0).map((page) => page.browserContext().close()));
    await Promise.all(this.#consultations.splice(0).map((id) => this.admin.send('consultations.end', { id })));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.wire.close();
    await this.server.close();
  }
}
