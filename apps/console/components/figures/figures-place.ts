/** How many days back figures are told. */
export const PERIODS = [7, 30, 90] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the page of figures shows; the whole of it stands in the address. */
export interface FiguresPlace {
  deskId: string | null;
  days: (typeof PERIODS)[number];
}

/** Reads an address. What makes no sense is as if it were not there. */
export function figuresPlaceAt(search: Pick<URLSearchParams, "get">): FiguresPlace {
  const desk = search.get("desk");
  const days = Number(search.get("days"));
  return { deskId: desk && UUID.test(desk) ? desk : null, days: PERIODS.find((each) => each === days) ?? 30 };
}

/** What the figures of articles ask for. */
export function figuresInputAt({ deskId, days }: FiguresPlace) {
  return { days, ...(deskId ? { deskId } : {}) };
}
