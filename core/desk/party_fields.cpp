// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/party_fields.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "domain/phone.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Validity;

base::Error reasonNeeded(const char* field) {
  return base::fail(ErrorKind::notAllowed, {{"rule", "reason_needed"}, {"field", field}});
}

Result<std::optional<base::Date>> birthDateFrom(const std::optional<base::Date>& given) {
  if (given && (!given->ok() || *given < base::kEarliestDate || *given > base::kLatestDate))
    return base::fail(ErrorKind::invalidInput, {{"field", "birth_date"}, {"rule", "impossible_date"}});
  return given;
}

bool isDoubtful(Validity validity) {
  return validity == Validity::checksumBad || validity == Validity::formatBad;
}

Result<GivenIdentifier> identifierFrom(Desk::Inside& in, domain::IdentifierType type, const std::string& typed,
                                       const std::optional<std::string>& reason) {
  auto raw = base::acceptKeyText(typed, base::kCodeLimits);
  if (!raw) return atField(raw.error(), "identifier");
  GivenIdentifier given;
  given.check = domain::checkIdentifier(type, raw.value(), in.today());
  if (given.check.normal.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "identifier"}, {"rule", "format"}});
  if (isDoubtful(given.check.validity) && !reason) return reasonNeeded("identifier");
  domain::Identifier& identifier = given.identifier;
  identifier.id = in.ids.make<domain::IdentifierId>();
  identifier.type = type;
  identifier.raw = raw.value();
  identifier.normal = given.check.normal;
  identifier.validity = given.check.validity;
  if (isDoubtful(given.check.validity)) identifier.reason = reason;
  return given;
}

Result<domain::ContactPoint> phoneFrom(Desk::Inside& in, const std::string& typed, const std::optional<std::string>& reason) {
  auto raw = base::acceptKeyText(typed, base::kCodeLimits);
  if (!raw) return atField(raw.error(), "phone");
  const domain::PhoneCheck check = domain::checkPhone(raw.value(), "CN");
  if (check.national.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "phone"}, {"rule", "format"}});
  if (check.validity == Validity::formatBad && !reason) return reasonNeeded("phone");
  return domain::ContactPoint{in.ids.make<domain::ContactPointId>(),
                              {},
                              domain::ContactKind::phone,
                              raw.value(),
                              check.e164.empty() ? check.national : check.e164,
                              reason,
                              false};
}

Result<domain::ContactPoint> emailFrom(Desk::Inside& in, const std::string& typed) {
  auto raw = base::acceptKeyText(typed, base::TextLimits{320, 960});
  if (!raw) return atField(raw.error(), "email");
  const std::size_t at = raw.value().rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == raw.value().size())
    return base::fail(ErrorKind::invalidInput, {{"field", "email"}, {"rule", "format"}});
  std::string normal = raw.value();
  for (std::size_t i = at; i < normal.size(); ++i)
    if (normal[i] >= 'A' && normal[i] <= 'Z') normal[i] = char(normal[i] - 'A' + 'a');
  return domain::ContactPoint{
      in.ids.make<domain::ContactPointId>(), {}, domain::ContactKind::email, raw.value(), normal, {}, false};
}

Result<void> refuseForeignNumber(store::Connection& connection, const domain::Identifier& identifier,
                                 const std::optional<domain::PartyId>& self) {
  OW_TRY(const auto holder, store::partyByIdentifier(connection, identifier.type, identifier.normal));
  if (!holder || holder == self) return base::success();
  return base::fail(ErrorKind::duplicate, {{"entity", "party"}, {"id", holder->text()}});
}

}  // namespace ow::desk
