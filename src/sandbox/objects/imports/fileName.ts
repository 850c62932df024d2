/** The naming pattern of an import file: what it comes to on a day (E4). */
import { serverDate } from '../../serverTime.ts';

/** `subscribers%%Month%%%%Day%%.csv` on 20 November is `subscribers1120.csv`, by the service's own time. */
export function fileNameAt(pattern: string, moment: number): string {
  const { year, month, day, hour, minute } = serverDate(moment);
  const parts: Readonly<Record<string, string>> = { year, month, day, hour, minute };
  return pattern.replace(/%%(\w+)%%/g, (whole, name: string) => parts[name.toLowerCase()] ?? whole);
}
