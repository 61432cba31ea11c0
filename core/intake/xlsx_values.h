// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ow::intake {

// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum class NumberMeaning { number, date, dateTime, time };

// Built-in formats, the East Asian ones (27-36, 50-58) included.
NumberMeaning meaningOfBuiltInFormat(int id);
// Custom formats: a date shows day, month or year outside of quotes; elapsed hours ([h]:mm) stay numbers.
NumberMeaning meaningOfFormatCode(std::string_view code);

// Day 0 of a workbook's serial numbers.
enum class SerialEpoch { year1900, year1904 };

// 2015-01-02, 2015-01-02T08:30:00 or 08:30:00, without a zone because the sheet has none; milliseconds only when there are
// some. A date format over a serial with a clock time gives both. Nothing for serials that are no date: negative, beyond 9999,
// and 1900-02-29, which the 1900 system has and the calendar has not.
std::optional<std::string> dateText(double serial, NumberMeaning meaning, SerialEpoch epoch);

// The shortest digits that read back as the same number, without an exponent as long as the number can be exact (below 2^53).
// Beyond it the last digits of what somebody typed are gone, and digits in their place would be invented: 1.10101e+17.
// Nothing when it is no number.
std::optional<std::string> numberText(std::string_view stored);

// Text as Office stores it: _xHHHH_ stands for a character that XML cannot hold.
std::string withoutEscapes(std::string text);

}  // namespace ow::intake
