/** What was reported as an uncaught error while `act` ran; it does not fail the test. */
export async function uncaughtDuring(act: () => Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  const usual = window.reportError;
  window.reportError = (error) => errors.push(error);
  try {
    await act();
  } finally {
    window.reportError = usual;
  }
  return errors;
}
