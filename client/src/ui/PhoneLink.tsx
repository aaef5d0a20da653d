/** A number that can be tapped; written from the left in every language. */
export const PhoneLink = ({ phone, onTap }: { phone: string; onTap?: (() => void) | undefined }) => (
  <a onClick={onTap} href={`tel:${phone.replace(/[^+\d]/g, '')}`} dir="ltr">
    {phone}
  </a>
);
