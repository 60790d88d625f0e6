"use client";

import { FailedPage, type Failure } from "@/components/ui/failed-page";

export default function DriveErrorPage(failure: Failure) {
  return <FailedPage {...failure} />;
}
