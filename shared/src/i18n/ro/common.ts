import type { common as english } from '../en/common.ts';
import type { Translation } from '../translator.ts';

const errors: Translation<typeof english.errors> = {
  bad_request: 'Ceva din formular nu este în regulă. Verificați-l și încercați din nou.',
  payload_too_large: 'Este prea mare pentru a fi trimis. Micșorați-l și încercați din nou.',
  not_signed_in: 'Nu mai sunteți în cont. Conectați-vă și încercați din nou.',
  sign_in_failed: 'Adresa de e-mail sau parola nu este corectă. Verificați-le pe amândouă și încercați din nou.',
  forbidden: 'Nu aveți voie să faceți acest lucru. Întrebați un administrator al cabinetului.',
  not_found: 'Nu mai este aici. Reîncărcați pagina.',
  method_not_allowed: 'Această pagină este veche. Reîncărcați-o și încercați din nou.',
  too_many_requests: 'Prea multe încercări la rând. Încercați din nou peste {{wait}}.',

  link_unknown: 'Acest link nu funcționează. Verificați dacă aveți linkul întreg sau cereți cabinetului unul nou.',
  link_not_yet_valid: 'Este prea devreme pentru acest link. Deschideți-l din nou la ora programării.',
  link_expired: 'Acest link este prea vechi. Cereți cabinetului unul nou.',
  link_revoked: 'Acest link a fost anulat. Cereți cabinetului unul nou.',
  link_in_use: 'Acest link este deja deschis pe alt dispozitiv.',

  token_invalid: 'Conectarea nu a reușit. Reîncărcați pagina.',
  token_expired: 'Conectarea a durat prea mult. Reîncărcați pagina.',
  token_used: 'Conectarea nu a reușit. Reîncărcați pagina.',
  resume_invalid: 'Nu mai aveți legătura. Deschideți din nou linkul dumneavoastră.',

  wrong_state: 'Nu este posibil chiar acum. Uitați-vă din nou la pagină și încercați din nou.',
  not_admitted: 'Încă nu puteți intra. Vă rugăm să așteptați.',
  name_changed: 'Persoana și-a schimbat numele. Verificați mai întâi numele nou.',
  person_away: 'Persoana nu are legătura acum. Așteptați până revine.',
  visit_removed: 'Consultația s-a încheiat pentru dumneavoastră. Sunați la cabinet dacă mai aveți nevoie de ajutor.',
  visit_left: 'Ați ieșit. Deschideți din nou linkul pentru a reveni.',
  consultation_ended: 'Această consultație s-a încheiat.',
  consultation_full: 'Nu mai este loc pentru altă persoană în această consultație. Sunați la cabinet.',
  taken_over: 'A fost deschisă pe alt dispozitiv sau în altă fereastră. Continuați acolo.',

  email_taken: 'Există deja un cont cu această adresă de e-mail. Conectați-vă cu el sau folosiți altă adresă.',
  own_account: 'Nu puteți face acest lucru cu propriul cont. Întrebați alt administrator.',

  unavailable:
    'Sistemul nostru este blocat pentru moment. Ce era înainte este în siguranță. Așteptați puțin și încercați din nou.',
  restarting: 'Sistemul nostru va reporni imediat. Câteva minute nu poate intra nimeni nou. Încercați din nou apoi.',
  media_unavailable: 'Video nu funcționează acum la noi. Așteptați puțin și încercați din nou.',
  internal: 'Ceva nu a mers bine la noi. Încercați din nou. Dacă se repetă, spuneți acest număr: {{id}}',

  offline: 'Nu putem ajunge la Front Door. Verificați conexiunea la internet și încercați din nou.',
};

export const common: Translation<typeof english> = {
  product: 'Front Door',
  page: {
    title: '{{title}} – {{site}}',
    skip: 'Treceți la conținutul principal',
    nav: 'Pagini',
    language: 'Limba',
    phone: 'Aveți nevoie de ajutor? Sunați la {{practice}}:',
    emergency: 'În caz de urgență, sunați la 999.',
  },
  form: {
    problem: 'Există o problemă',
    error: 'Eroare:',
    show: 'Arată',
    hide: 'Ascunde',
    showPassword: 'Arată parola',
    hidePassword: 'Ascunde parola',
  },
  copy: {
    done: 'S-a copiat',
    byHand: 'Nu s-a putut copia. Textul este selectat: copiați-l dumneavoastră.',
  },
  dialog: {
    cancel: 'Anulați',
  },
  duration: {
    moment: 'mai puțin de un minut',
    minutes: { one: '{{count}} minut', few: '{{count}} minute', other: '{{count}} de minute' },
    hours: { one: '{{count}} oră', few: '{{count}} ore', other: '{{count}} de ore' },
    both: '{{hours}} și {{minutes}}',
  },
  time: {
    onDay: '{{day}} {{month}}, ora {{clock}}',
    exact: '{{day}} {{month}} {{year}}, {{clock}}',
    months: {
      jan: 'ianuarie',
      feb: 'februarie',
      mar: 'martie',
      apr: 'aprilie',
      may: 'mai',
      jun: 'iunie',
      jul: 'iulie',
      aug: 'august',
      sep: 'septembrie',
      oct: 'octombrie',
      nov: 'noiembrie',
      dec: 'decembrie',
    },
  },
  comma: ', ',
  person: {
    patient: 'Pacient',
    guest: 'Invitat',
    clinician: 'Cadru medical',
    nameless: 'Încă fără nume',
  },
  errors,
};
