import type { Handling } from '../../handling/handling.ts';
import { isSameAgency } from '../../reply/agency.ts';
import type { Letter } from './letter.ts';

/** An agency that handled a proposal, with its own reply or opinion, if the archive has it. */
export interface HandlingAgency {
  name: string;
  /** The letter on whose page it is named, or another one to the same proposal. */
  letter?: Letter;
}

/** Who handled a proposal, as far as its letter states it. */
export interface HandlingAgencies {
  hosts: readonly HandlingAgency[];
  joined: readonly HandlingAgency[];
  /** More joined than are named. */
  more: boolean;
}

/**
 * Joins what a letter states of who handled the proposal, and finds the letters of these agencies.
 *
 * @param letter The letter that states it.
 * @param others Other letters to the same proposal.
 */
export function joinHandling(
  stated: readonly Handling[],
  letter: Letter,
  others: readonly Letter[],
): HandlingAgencies {
  const find = (names: readonly string[]) => {
    const agencies: HandlingAgency[] = [];
    for (const name of names) {
      const known = agencies.findIndex((agency) => isSameAgency(agency.name, name));
      const longer = known !== -1 && name.length > (agencies[known]?.name.length ?? 0);
      if (known !== -1 && !longer) continue;
      const own = [letter, ...others].find(({ data }) => isSameAgency(data.issuer, name));
      agencies.splice(known === -1 ? agencies.length : known, known === -1 ? 0 : 1, {
        name,
        ...(own && { letter: own }),
      });
    }
    return agencies;
  };
  const hosts = find(stated.flatMap((one) => one.hosts));
  const joined = find(stated.flatMap((one) => one.joined));
  return { hosts, joined, more: stated.some(({ more }) => more) };
}
