// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/citizen_id.h"
#include "domain/identifier_check.h"
#include "domain/uscc.h"

// The numbers that name a person or an organisation. Every function here takes any bytes, never fails and may be called from
// any thread. Rules: GB 11643-1999, GB 32100-2015, GB 11714, and the issuing authorities' shapes for the rest.
namespace ow::domain {

// What is compared and searched: full-width forms folded, trimmed, blanks, dashes and invisible characters gone, upper case.
// Idempotent; always valid UTF-8.
std::string normalIdentifier(std::string_view raw);

// Judges a number as one of `type`. `today` is the hall's day: a birth after it cannot be. Never blocks; see Validity.
IdentifierCheck checkIdentifier(IdentifierType type, std::string_view raw, base::Date today);

// What tells whether two numbers of one type are the same one: the 18-character form of a 15-digit citizen's number, a Hong
// Kong or Macau permit without its reissue count, otherwise `normal` itself.
std::string identifierMatchKey(IdentifierType type, std::string_view normal);

// The normal texts under which the same number may be on record: itself, and for a citizen's number of the 1900s its other form
// (15 or 18 characters).
std::vector<std::string> identifierForms(IdentifierType type, std::string_view normal);

// What a number may be, best first: what keeps a check character, then what has the right shape, then what would be right but
// for one wrong character. Empty when it looks like nothing known (a name, a phone number). For the one box that takes
// everything.
std::vector<IdentifierType> guessIdentifierTypes(std::string_view raw);

}  // namespace ow::domain
