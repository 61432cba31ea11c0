// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/inside.h"
#include "domain/identifier.h"
#include "domain/party.h"

// What was typed about a party, judged and made into entities that belong to nobody yet. A number or phone that fails its check
// needs a reason: notAllowed (rule=reason_needed, field). Only core/desk includes this.
namespace ow::desk {

struct GivenIdentifier {
  domain::Identifier identifier;
  domain::IdentifierCheck check;
};
base::Result<GivenIdentifier> identifierFrom(Desk::Inside& in, domain::IdentifierType type, const std::string& typed,
                                             const std::optional<std::string>& reason);
base::Result<domain::ContactPoint> phoneFrom(Desk::Inside& in, const std::string& typed,
                                             const std::optional<std::string>& reason);
base::Result<domain::ContactPoint> emailFrom(Desk::Inside& in, const std::string& typed);

// invalidInput (field=birth_date, rule=impossible_date) for a day that no calendar has or no living memory reaches.
base::Result<std::optional<base::Date>> birthDateFrom(const std::optional<base::Date>& given);

bool isDoubtful(domain::Validity validity);
base::Error reasonNeeded(const char* field);
// duplicate (fact id) when somebody other than `self` holds this number.
base::Result<void> refuseForeignNumber(store::Connection& connection, const domain::Identifier& identifier,
                                       const std::optional<domain::PartyId>& self);

}  // namespace ow::desk
