/** Refusals of the token endpoint and the sign-in page, by the names of OAuth 2. */

export interface Refusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly description: string;
}

/** The texts of all errors but `invalid_client`, which is recorded, are inferred; their names are OAuth's. */
export const refusal = (error: string, description: string): Refusal => ({ status: 400, error, description });

export const invalidClient: Refusal = {
  status: 401,
  error: 'invalid_client',
  description:
    'Client authentication failed. Make sure that the client ID and client secret are valid and that the package is installed and enabled.',
};
