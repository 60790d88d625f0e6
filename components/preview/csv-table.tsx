"use client";

import Papa from "papaparse";
import { useT } from "@/components/ui/texts";

const SHOWN_ROWS = 1000;

/** Separated values as a table; its first row heads it. */
export function CsvTable({ text }: { text: string }) {
  const t = useT();
  const { data } = Papa.parse<string[]>(text, { preview: SHOWN_ROWS + 1, skipEmptyLines: true });
  const [head = [], ...rows] = data;
  return (
    <>
      <table className="min-w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-raised">
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table of values has nothing else to tell its cells by
              <th key={column} scope="col" dir="auto" className="whitespace-nowrap px-3 py-2 text-start font-medium">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index} className="border-line border-b">
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={column} dir="auto" className="max-w-96 truncate px-3 py-1.5 text-start">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.length > SHOWN_ROWS && (
        <p className="px-3 py-3 text-muted">{t("preview.rowsCut", { count: SHOWN_ROWS })}</p>
      )}
    </>
  );
}
