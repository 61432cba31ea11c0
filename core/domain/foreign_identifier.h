// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "domain/identifier_check.h"

// Numbers of Mexico (CURP, RFC) and the United States (SSN, ITIN).
namespace ow::domain {

// The last digit of a CURP's first 17 characters; '?' when they are not 17 digits or letters A-Z.
char curpCheckDigit(std::string_view first17);

// The last character, '0'..'9' or 'A', of an RFC's first 11 (company) or 12 (person); '?' for anything else. `Ñ` is taken as
// UTF-8. About 1.5 % of the numbers in use break this rule, so that checkForeignIdentifier() does not ask for it.
char rfcCheckCharacter(std::string_view withoutCheck);

// `type`: curp, rfc, ssn or itin.
IdentifierCheck checkForeignIdentifier(IdentifierType type, std::string_view normal, base::Date today);

// Whether an RFC is a company's (12 characters, or 9 without its homoclave): companies are not masked.
bool isCompanyRfc(std::string_view normal);

}  // namespace ow::domain
