/** What somebody reads who comes without a link. */
export const landing = {
  title: 'Video consultations with your practice',
  what: 'Here you can see your doctor or nurse by video, on a phone, tablet or computer. There is nothing to install.',
  haveLink: 'If you have a link',
  openLink: 'Open it in the text message or email from your practice. It works at the time of your appointment.',
  brokenLink: 'If it does not open, copy the whole link into the address bar of your browser, or phone your practice.',
  inApp:
    'If it opens inside an app such as WhatsApp or Facebook, the camera may not work. Then open it in Safari, Chrome, Firefox or Edge.',
  noLink: 'If you have no link, contact your practice. You cannot book an appointment here.',
  staff: 'Staff sign in',
} as const;
