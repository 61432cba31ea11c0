// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "domain/identifier_check.h"

// The unified social credit code (GB 32100-2015) and the organisation code inside it (GB 11714).
namespace ow::domain {

// The 18th character of a code's first 17; '?' when they are not 17 characters of the code's alphabet (no I O S V Z).
char usccCheckCharacter(std::string_view first17);

// The 9th character, '0'..'9' or 'X', of an organisation code's first 8; '?' when they are not 8 digits or letters.
char orgCodeCheckCharacter(std::string_view first8);

// Whether a code belongs to a sole trader (个体工商户, 92...): then it names a person and is masked as one.
bool isSoleTraderUscc(std::string_view normal);

// A wrong inner check, an unknown region or an unknown registering authority only warn: 旧码 and 个体户 deviate.
IdentifierCheck checkUscc(std::string_view normal);
IdentifierCheck checkOrgCode(std::string_view normal);

}  // namespace ow::domain
