import type { team as english } from '../en/team.ts';
import type { Translation } from '../translator.ts';

export const team: Translation<typeof english> = {
  language: {
    label: 'Iaith:',
    en: 'Saesneg',
    cy: 'Cymraeg',
    pl: 'Pwyleg',
    ro: 'Rwmaneg',
    bn: 'Bengaleg',
    pa: 'Pwnjabeg',
    ur: 'Wrdw',
    ar: 'Arabeg',
  },
  status: {
    arrived: 'Yn paratoi',
    waiting: 'Yn aros',
    admitted: 'Wedi’i adael i mewn',
    in_call: 'Mewn galwad',
    held: 'Ar saib',
    left: 'Wedi gadael',
    removed: 'Wedi’i dynnu',
    ended: 'Wedi gorffen',
    dropped: 'Wedi colli’r cysylltiad',
  },
  report: {
    details: 'Yn rhoi manylion',
    check: 'Yn gwirio’r camera a’r sain',
    camera: 'Camera {{state}}',
    microphone: 'Microffon {{state}}',
    device: {
      ok: 'yn gweithio',
      off: 'i ffwrdd',
      refused: 'wedi’i wrthod',
      not_found: 'ar goll',
      in_use: 'yn cael ei ddefnyddio mewn man arall',
      silent: 'heb roi dim',
      other: 'ddim yn dechrau',
    },
    connection: {
      good: 'Cysylltiad da',
      fair: 'Cysylltiad gweddol',
      poor: 'Cysylltiad gwan',
      blocked: 'Cysylltiad wedi’i rwystro',
    },
    udp: 'UDP',
    tcp: 'TCP yn unig',
    loss: '{{value}} % wedi’i golli',
    roundTrip: '{{value}} ms',
    bandwidth: '{{value}} Mbit/s',
    ringMe: 'Eisiau galwad ffôn',
  },
};
