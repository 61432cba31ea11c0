// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/identifier_check.h"

// Numbers built like the citizen's number (GB 11643-1999): region 6, birth 8, order 3 (odd: male), check 1 by MOD 11-2.
namespace ow::domain {

// The check character, '0'..'9' or 'X', of the first 17 digits; '?' when there are not exactly 17 digits.
char citizenIdCheckDigit(std::string_view first17);

// The 18-character form of a 15-digit number of before 1999; empty when `old15` is not 15 digits.
std::string citizenIdFrom15(std::string_view old15);

// Whether two digits are a province of GB/T 2260 or one of the pseudo provinces 81 (Hong Kong), 82 (Macau), 83 (Taiwan) of the
// residence permits. Counties are not judged: births carry the codes of their day.
bool isProvinceCode(std::string_view twoDigits);

// `type`: citizenId, hkMacauTaiwanResidence or foreignerResidence (9, province of first application 2, country 3, then the
// same).
IdentifierCheck checkCitizenNumber(IdentifierType type, std::string_view normal, base::Date today);

}  // namespace ow::domain
