declare module 'asl-validator' {
  /** Checks a state machine definition in the Amazon States Language. */
  export default function validate(definition: unknown): {
    isValid: boolean;
    errorsText(separator?: string): string;
    errors: { 'Error code': string; Message: string }[];
  };
}
