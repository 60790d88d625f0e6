import { nowhereRoute } from "@/lib/http/route";

export {
  nowhereRoute as DELETE,
  nowhereRoute as GET,
  nowhereRoute as PATCH,
  nowhereRoute as POST,
  nowhereRoute as PUT,
};
