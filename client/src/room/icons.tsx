import type { ComponentChildren } from 'preact';

/** Drawn on a field of 24 by 24; the text beside it says the same. */
const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg class="fd-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

const Struck = () => <path class="fd-icon__strike" d="M4 3 L21 20" />;

export const MicrophoneIcon = ({ off = false }: { off?: boolean }) => (
  <Icon>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path class="fd-icon__line" d="M6 11 a6 6 0 0 0 12 0 M12 17 v4 M8.5 21 h7" />
    {off && <Struck />}
  </Icon>
);

export const CameraIcon = ({ off = false }: { off?: boolean }) => (
  <Icon>
    <rect x="3" y="6.5" width="12" height="11" rx="2" />
    <path d="M16.5 10.8 L21 7.5 v9 L16.5 13.2 z" />
    {off && <Struck />}
  </Icon>
);

/** A receiver put down. */
export const LeaveIcon = () => (
  <Icon>
    <path d="M2.5 14.5 c0-7 19-7 19 0 v1.6 c0 .6-.5 1-1.1.9 l-3.6-.6 c-.5-.1-.9-.5-.9-1 v-2.3 c-2.4-.8-5.4-.8-7.8 0 v2.3 c0 .5-.4.9-.9 1 l-3.6.6 c-.6.1-1.1-.3-1.1-.9 z" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21 c0-9 16-9 16 0 z" />
  </Icon>
);

/** Bars as on a phone, of which one is left. */
export const WeakIcon = () => (
  <Icon>
    <rect x="3" y="15" width="4" height="6" />
    <path class="fd-icon__outline" d="M10.5 10.5 h3 v10 h-3 z M17.5 4.5 h3 v16 h-3 z" />
  </Icon>
);

/** Bits that come one by one. */
export const SaveDataIcon = () => (
  <Icon>
    <path class="fd-icon__line" d="M12 3 v11 M7.5 10 l4.5 4.5 l4.5 -4.5 M4 20 h16" />
  </Icon>
);
