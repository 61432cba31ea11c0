// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_codes.h"
#include "base/result.h"
#include "base/time.h"
#include "domain/identifier_type.h"
#include "domain/sex.h"

// The machine readable zone of passports, cards and visas (ICAO Doc 9303 parts 4 to 7), as scanners and keyboard wedges send
// it.
namespace ow::domain {

enum class MrzFormat {
  td1,   // cards, 3 lines of 30
  td2,   // 2 of 36
  td3,   // passports, 2 of 44
  mrvA,  // visas, 2 of 44
  mrvB   // visas, 2 of 36
};

// The fields that carry a check digit of their own.
enum class MrzField { documentNumber, birth, expiry, optionalData, composite };

struct Mrz {
  MrzFormat format = MrzFormat::td3;
  std::string documentCode;  // "P", "I", "V", "CR" ...
  std::string issuer;        // three letters of the zone, fillers gone ("D" is Germany)
  std::string nationality;
  std::string surname;  // as in the zone: upper case, A-Z, blanks; may be cut off
  std::string givenNames;
  std::string documentNumber;
  std::string optionalData;        // fillers at the end gone
  std::string secondOptionalData;  // TD1 only
  std::optional<base::Date> birth;
  std::optional<base::Date> expiry;
  Sex sex = Sex::unknown;
  Validity validity = Validity::ok;   // checksumBad: see wrongDigits; formatBad: a date that cannot be
  std::vector<MrzField> wrongDigits;  // fields whose check digit does not fit
  std::vector<std::string> warnings;  // words of `mrzWarning`
};

namespace mrzWarning {
inline constexpr std::string_view kOcrCorrected = "ocr_corrected";  // O and 0, I and 1, S and 5, B and 8, Z and 2 told apart
inline constexpr std::string_view kPartialDate = "partial_date";    // the paper leaves day or month open
inline constexpr std::string_view kImpossibleDate = "impossible_date";
}  // namespace mrzWarning

// Reads one zone, its lines apart or in one run. Lower case, blanks or ; and , instead of fillers, control characters of a
// reader and letters mistaken for digits are put right; a wrong check digit is told, never refused. `today` decides the century
// of the birth. Errors: ErrorKind::invalidInput, field mrz, rule lines (number of lines), line_length or characters.
base::Result<Mrz> readMrz(std::string_view text, base::Date today);

// The check digit '0'..'9' (weights 7 3 1; A is 10, < is 0); '?' when a character is not of the zone.
char mrzCheckDigit(std::string_view field);

// What kind of identifier the number of the document is; IdentifierType::other where the zone does not settle it.
IdentifierType identifierTypeOf(const Mrz& mrz);

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::MrzFormat> =
    std::array<std::string_view, 5>{"td1", "td2", "td3", "mrv_a", "mrv_b"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::MrzField> =
    std::array<std::string_view, 5>{"document_number", "birth", "expiry", "optional_data", "composite"};
