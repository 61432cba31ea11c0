// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/parties.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/inside.h"
#include "domain/identifier.h"
#include "store/party_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::Validity;

namespace {

base::Error reasonNeeded(const char* field) {
  return base::fail(ErrorKind::notAllowed, {{"rule", "reason_needed"}, {"field", field}});
}

bool isDoubtful(Validity validity) {
  return validity == Validity::checksumBad || validity == Validity::formatBad;
}

struct Parts {
  domain::Party party;
  std::optional<domain::Identifier> identifier;
  std::vector<domain::ContactPoint> contacts;
  std::optional<domain::Address> address;
};

Result<void> addIdentifier(Desk::Inside& in, const NewParty& given, const std::optional<std::string>& reason, Parts& parts) {
  if (given.identifier.empty()) return base::success();
  auto raw = base::acceptKeyText(given.identifier, base::kCodeLimits);
  if (!raw) return atField(raw.error(), "identifier");
  const auto type = given.identifierType.value_or(domain::IdentifierType::other);
  const domain::IdentifierCheck check = domain::checkIdentifier(type, raw.value(), in.today());
  if (check.normal.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "identifier"}, {"rule", "format"}});
  if (isDoubtful(check.validity) && !reason) return reasonNeeded("identifier");
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto known, store::partyByIdentifier(reader.connection(), type, check.normal));
    if (known) return base::fail(ErrorKind::duplicate, {{"entity", "party"}, {"id", known->text()}});
  }
  domain::Identifier identifier;
  identifier.id = in.ids.make<domain::IdentifierId>();
  identifier.type = type;
  identifier.raw = raw.value();
  identifier.normal = check.normal;
  identifier.validity = check.validity;
  if (isDoubtful(check.validity)) identifier.reason = reason;
  parts.identifier = std::move(identifier);
  if (!parts.party.birthDate) parts.party.birthDate = check.birth;
  if (parts.party.sex == domain::Sex::unknown && check.sex) parts.party.sex = *check.sex;
  return base::success();
}

Result<void> addPhone(Desk::Inside& in, const NewParty& given, const std::optional<std::string>& reason, Parts& parts) {
  if (given.phone.empty()) return base::success();
  auto raw = base::acceptKeyText(given.phone, base::kCodeLimits);
  if (!raw) return atField(raw.error(), "phone");
  const domain::PhoneCheck check = domain::checkPhone(raw.value(), "CN");
  if (check.national.empty()) return base::fail(ErrorKind::invalidInput, {{"field", "phone"}, {"rule", "format"}});
  if (check.validity == Validity::formatBad && !reason) return reasonNeeded("phone");
  parts.contacts.push_back({in.ids.make<domain::ContactPointId>(),
                            {},
                            domain::ContactKind::phone,
                            raw.value(),
                            check.e164.empty() ? check.national : check.e164,
                            reason,
                            true});
  return base::success();
}

Result<void> addEmail(Desk::Inside& in, const NewParty& given, Parts& parts) {
  if (given.email.empty()) return base::success();
  auto raw = base::acceptKeyText(given.email, base::TextLimits{320, 960});
  if (!raw) return atField(raw.error(), "email");
  const std::size_t at = raw.value().rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == raw.value().size())
    return base::fail(ErrorKind::invalidInput, {{"field", "email"}, {"rule", "format"}});
  std::string normal = raw.value();
  for (std::size_t i = at; i < normal.size(); ++i)
    if (normal[i] >= 'A' && normal[i] <= 'Z') normal[i] = char(normal[i] - 'A' + 'a');
  parts.contacts.push_back(
      {in.ids.make<domain::ContactPointId>(), {}, domain::ContactKind::email, raw.value(), normal, {}, false});
  return base::success();
}

Result<Parts> partsOf(Desk::Inside& in, const NewParty& given) {
  Parts parts;
  auto name = base::acceptText(given.name, base::kNameLimits, base::Lines::single);
  if (!name) return atField(name.error(), "name");
  if (name.value().empty()) return base::fail(ErrorKind::invalidInput, {{"field", "name"}, {"rule", "required"}});
  parts.party.kind = given.kind;
  parts.party.name = name.value();
  parts.party.sex = given.sex;
  parts.party.birthDate = given.birthDate;
  parts.party.preferredChannel = given.preferredChannel;
  parts.party.preferredLanguage = given.preferredLanguage;
  OW_TRY(parts.party.note, optionalText(given.note, "note", base::kNoteLimits, base::Lines::multiple));
  parts.party.registeredAt = in.now();
  parts.party.jurisdiction = in.place.jurisdiction;

  OW_TRY(const auto reason, optionalText(given.identifierReason, "reason", base::kShortTextLimits, base::Lines::single));
  OW_TRYV(addIdentifier(in, given, reason, parts));
  OW_TRYV(addPhone(in, given, reason, parts));
  OW_TRYV(addEmail(in, given, parts));
  OW_TRY(auto address, optionalText(given.address, "address", base::kShortTextLimits, base::Lines::single));
  if (address) {
    domain::Address place;
    place.id = in.ids.make<domain::AddressId>();
    place.kind = given.kind == domain::PartyKind::person ? domain::AddressKind::residence : domain::AddressKind::registered;
    place.text = std::move(*address);
    parts.address = std::move(place);
  }
  return parts;
}

// The same number gives the same id at every desk of the jurisdiction, so two halls that register one person offline make one
// party.
domain::PartyId partyIdFor(Desk::Inside& in, const Parts& parts) {
  if (!parts.identifier || isDoubtful(parts.identifier->validity)) return in.ids.make<domain::PartyId>();
  const domain::Identifier& i = *parts.identifier;
  return {
      base::namedUuid(in.identityKey, std::string(base::code(i.type)) + ":" + domain::identifierMatchKey(i.type, i.normal))};
}

}  // namespace

Result<domain::PartyId> registerParty(Desk& desk, const NewParty& given) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto parts, partsOf(in, given));
  parts.party.id = partyIdFor(in, parts);
  auto writer = in.writer("intake");
  writer.create(parts.party);
  if (parts.identifier) {
    parts.identifier->partyId = parts.party.id;
    writer.create(*parts.identifier);
  }
  for (domain::ContactPoint& contact : parts.contacts) {
    contact.partyId = parts.party.id;
    writer.create(contact);
  }
  if (parts.address) {
    parts.address->partyId = parts.party.id;
    writer.create(*parts.address);
  }
  OW_TRYV(in.store->commit(writer.take()));
  return parts.party.id;
}

domain::IdentifierCheck checkIdentifierField(Desk& desk, domain::IdentifierType type, const std::string& raw) {
  return domain::checkIdentifier(type, raw, desk.inside().today());
}

domain::PhoneCheck checkPhoneField(Desk&, const std::string& raw) {
  return domain::checkPhone(raw, "CN");
}

}  // namespace ow::desk
