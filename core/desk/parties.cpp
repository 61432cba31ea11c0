// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/parties.h"

#include "base/text_rules.h"
#include "desk/given_text.h"
#include "desk/party_fields.h"
#include "desk/registering.h"
#include "domain/identifier.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

struct Parts {
  domain::Party party;
  std::optional<domain::Identifier> identifier;
  std::vector<domain::ContactPoint> contacts;
  std::optional<domain::Address> address;
};

Result<void> addIdentifier(Desk::Inside& in, const NewParty& given, const std::optional<std::string>& reason, Parts& parts) {
  if (given.identifier.empty()) return base::success();
  const auto type = given.identifierType.value_or(domain::IdentifierType::other);
  OW_TRY(auto taken, identifierFrom(in, type, given.identifier, reason));
  {
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(refuseForeignNumber(reader.connection(), taken.identifier, std::nullopt));
  }
  if (!parts.party.birthDate) parts.party.birthDate = taken.check.birth;
  if (parts.party.sex == domain::Sex::unknown && taken.check.sex) parts.party.sex = *taken.check.sex;
  parts.identifier = std::move(taken.identifier);
  return base::success();
}

Result<void> addContacts(Desk::Inside& in, const NewParty& given, const std::optional<std::string>& reason, Parts& parts) {
  if (!given.phone.empty()) {
    OW_TRY(auto phone, phoneFrom(in, given.phone, reason));
    phone.isPreferred = true;
    parts.contacts.push_back(std::move(phone));
  }
  if (!given.email.empty()) {
    OW_TRY(auto email, emailFrom(in, given.email));
    parts.contacts.push_back(std::move(email));
  }
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
  OW_TRY(parts.party.birthDate, birthDateFrom(given.birthDate));
  parts.party.preferredChannel = given.preferredChannel;
  parts.party.preferredLanguage = given.preferredLanguage;
  OW_TRY(parts.party.note, optionalText(given.note, "note", base::kNoteLimits, base::Lines::multiple));
  parts.party.registeredAt = in.now();
  parts.party.jurisdiction = in.place.jurisdiction;

  OW_TRY(const auto reason, optionalText(given.identifierReason, "reason", base::kShortTextLimits, base::Lines::single));
  OW_TRYV(addIdentifier(in, given, reason, parts));
  OW_TRYV(addContacts(in, given, reason, parts));
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
// party. Where somebody stood under this number by mistake, and was corrected, the id is theirs and this party gets one of its
// own.
Result<domain::PartyId> partyIdFor(Desk::Inside& in, store::Connection& connection, const Parts& parts) {
  if (!parts.identifier || isDoubtful(parts.identifier->validity)) return in.ids.make<domain::PartyId>();
  const domain::Identifier& i = *parts.identifier;
  const domain::PartyId id{
      base::namedUuid(in.identityKey, std::string(base::code(i.type)) + ":" + domain::identifierMatchKey(i.type, i.normal))};
  const auto taken = store::loadEntity<domain::Party>(connection, id);
  if (!taken && taken.error().kind != ErrorKind::notFound) return taken.error();
  return taken ? in.ids.make<domain::PartyId>() : id;
}

}  // namespace

Result<domain::PartyId> registerParty(Desk& desk, const NewParty& given, domain::DraftId draft) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto registering, Registering::begin(in, draft));
  if (registering.earlier()) return domain::PartyId{registering.earlier()->uuid};
  OW_TRY(auto parts, partsOf(in, given));
  OW_TRY(parts.party.id, partyIdFor(in, registering.write().connection(), parts));
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
  OW_TRYV(registering.commit(writer.take()));
  return parts.party.id;
}

domain::IdentifierCheck checkIdentifierField(Desk& desk, domain::IdentifierType type, const std::string& raw) {
  return domain::checkIdentifier(type, raw, desk.inside().today());
}

domain::PhoneCheck checkPhoneField(Desk&, const std::string& raw) {
  return domain::checkPhone(raw, "CN");
}

}  // namespace ow::desk
