/** A row of the petitions log: a petition or comment (phản ánh, kiến nghị) on a procedure or regulation. */
export const petitionStatuses = ["received", "processing", "answered", "refused", "withdrawn"] as const;
export type PetitionStatus = (typeof petitionStatuses)[number];

/** Working days to answer in where the log names no day (kpis.md). */
export const answerDays = 15;

/** Days since 1970-01-01; null where the cell is blank. */
export interface Petition {
  readonly petitionId: string;
  readonly receivedOn: number;
  readonly dueOn: number | null;
  /** Worked out: due_on, else the fifteenth working day after receipt; null when the calendar does not reach so far. */
  readonly answerBy: number | null;
  readonly answeredOn: number | null;
  readonly status: PetitionStatus | null;
}
