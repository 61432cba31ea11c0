// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/identifier_check.h"

// Permits to cross the border, passports and the papers that have a shape but no check character.
namespace ow::domain {

// Judges the shape of: foreignerResidenceOld, hkMacauPermit, taiwanPermit, hkMacauExitPermit, taiwanExitPermit, passportCn,
// passportForeign, birthCertificate. Any other type comes back `unchecked`.
IdentifierCheck checkTravelPaper(IdentifierType type, std::string_view normal);

// 港澳居民来往内地通行证: the letter and eight digits that stay with a person; the two behind them count reissues.
std::string hkMacauPermitPerson(std::string_view normal);

}  // namespace ow::domain
