import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";

/** Whether a write was made: false when its condition did not hold. @throws whatever else went wrong with it. */
export async function isWritten(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
