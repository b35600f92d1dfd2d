import { expect, test } from "vitest";
import { isDate, joinDates } from "./dates.ts";

const join = (text: string): string => joinDates(text.split(" ")).join(" ");

test.each([
  ["2024 10 22", "2024-10-22", "year, month, day"],
  ["gpt 2024 10 22 x", "gpt 2024-10-22 x", "in the middle"],
  ["2024 10", "2024-10", "year and month"],
  ["10 2024", "10-2024", "month and year"],
  ["x 05 20", "x 05-20", "month and day"],
  ["2024 10 22 05 20", "2024-10-22 05-20", "two dates"],
  ["4o 05 20", "4o 05-20", "month and day after what is no number"],
  ["2024 13", "2024 13", "there is no month 13"],
  ["2024 00", "2024 00", "nor a month 0"],
  ["02 32", "02 32", "nor a day 32"],
  ["2024 12 31", "2024-12-31", "the last day"],
  ["2024 09 01", "2024-09-01", "the first"],
  ["1999 10", "1999 10", "no model is that old"],
  ["12024 10", "12024 10", "no year"],
  ["20245 10", "20245 10", "no year either"],
  ["2024 102", "2024 102", "no month"],
  ["2024 10 222", "2024-10 222", "no day"],
  ["2024 10 122", "2024-10 122", "no day either"],
  ["35 05 20", "35 05 20", "after a number they may be a version"],
  ["3 05 20", "3 05 20", "after a number they may be a version"],
  ["3 05 2024", "3 05 2024", "month and year alike"],
  ["3 2024 05", "3 2024-05", "a year first is a date"],
  ["1 2", "1 2", "single digits are versions"],
  ["10", "10", "alone"],
])("%s joined is %s: %s", (parts, joined) => {
  expect(join(parts)).toBe(joined);
});

test("what cannot hold a date is given back as it is", () => {
  const parts = ["gpt", "mini", "4.5"];
  expect(joinDates(parts)).toBe(parts);
  expect(joinDates([])).toEqual([]);
});

test.each([
  ...[
    "20241022",
    "20240105",
    "2024-10-22",
    "2024-10",
    "10-2024",
    "05-20",
    "12-31",
    "2411",
    "1106",
    "0514",
    "0320",
    "2024",
  ],
])("%s is a date", (token) => {
  expect(isDate(token)).toBe(true);
});

test.each([
  ...["20241322", "20241000", "20241032", "x20241022", "202410221", "120241022", "2413", "3411", "24110", "12411"],
  ...["1306", "1132", "11060", "01106", "20240", "12024", "2034", "2000", "2000-10"],
  ...["2024-10-22-01", "2024-13-22", "10-22-2024", "05-20-x", "gpt-4", "a", "", "2024-", "-10", "x-05-20"],
])("%s is none", (token) => {
  expect(isDate(token)).toBe(false);
});
