// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "base/time_zone.h"

namespace ow::intake {

// How single values of outside files are read. Pure; any thread.

// Without blanks and line ends on both sides, no-break and ideographic blanks among them.
std::string_view trimmed(std::string_view text);
// Trimmed, and every run of blanks and line ends inside is one blank.
std::string oneLine(std::string_view text);

// Whether a spreadsheet has made a measure of a long number and its last digits are gone: 1.10101E+17.
bool hasLostDigits(std::string_view text);

// Letters as in "MM/dd/yyyy hh:mm:ss a": y M d H (0-23) h (1-12) m s S (fraction) a (AM/PM) X (offset); a doubled number letter
// asks for two digits but takes one. Anything else stands for itself. "iso" is ISO 8601 with or without time and offset.
bool isDateFormat(std::string_view format);

// An instant by the first format that fits; a time without offset is the zone's. invalidInput with rule format,
// impossible_date (31 February, 25:00) or out_of_range (years outside base::kEarliestDate..kLatestDate).
base::Result<base::Instant> readInstant(std::string_view text, std::span<const std::string> formats,
                                        const base::TimeZone& zone);

// "2121.0" -> "02121": a number that some program took for a measure, as digits again, with zeros in front up to `width`.
// Nothing when it is no whole number or is longer.
struct Digits {
  std::string text;
  bool wasRepaired = false;
};
std::optional<Digits> readDigits(std::string_view text, std::size_t width);

std::optional<double> readNumber(std::string_view text);

struct Coordinates {
  double latitude = 0;
  double longitude = 0;
};
// "(42.3574, -71.0648)" or a point as (E)WKB in hexadecimal digits (OGC 06-103r4 §8.2; x is the longitude). Nothing when it is
// neither or not on earth.
std::optional<Coordinates> readGeometry(std::string_view text);
bool isOnEarth(const Coordinates& at);

// The number inside without zeros in front ("Ward 05" -> "5"), empty when there is none; letters and digits in upper case
// ("C-11" -> "C11").
std::string numberInside(std::string_view text);
std::string lettersAndDigits(std::string_view text);

}  // namespace ow::intake
