/** A number that can be tapped; written from the left in every language. */
export const PhoneLink = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} dir="ltr">
    {phone}
  </a>
);
