// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/profile.h"

#include "desk/inside.h"
#include "desk/look.h"
#include "desk/party_history.h"
#include "domain/masking.h"
#include "domain/phone.h"
#include "store/desk_state.h"
#include "store/schema.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kFirstPage = 50;
constexpr std::size_t kOpenCasesShown = 50;
constexpr auto kLookLasts = std::chrono::hours{12};

bool isPerson(const domain::Party& party) {
  return party.kind == domain::PartyKind::person;
}

std::string shownName(const domain::Party& party, const std::string& name) {
  return isPerson(party) ? domain::maskedName(name) : name;
}

MaskedField identifierField(const domain::Identifier& identifier) {
  MaskedField field{"identifier", domain::anyId(identifier.id), "", std::string(base::code(identifier.type))};
  // maskedIdentifier leaves public numbers of organisations clear, and masks a sole trader's and a person's.
  field.shown = domain::maskedIdentifier(identifier.type, identifier.normal);
  field.isDoubtful = identifier.validity == domain::Validity::checksumBad || identifier.validity == domain::Validity::formatBad;
  return field;
}

MaskedField contactField(const domain::ContactPoint& contact) {
  const bool isPhone = contact.kind == domain::ContactKind::phone;
  MaskedField field{isPhone ? "phone" : "email", domain::anyId(contact.id), "", std::string(base::code(contact.kind))};
  field.shown = isPhone ? domain::maskedPhone(contact.normal) : domain::maskedEmail(contact.normal);
  field.isPreferred = contact.isPreferred;
  return field;
}

int fullYears(base::Date birth, base::Date today) {
  const int years = int(today.year()) - int(birth.year());
  const bool isBefore = std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day());
  return years - (isBefore ? 1 : 0);
}

Relative relativeOf(Desk::Inside& in, domain::PartyId self, const store::PartyRecord::Relation& relation) {
  const domain::Relationship& r = relation.relationship;
  Relative relative;
  relative.kind = r.kind;
  relative.side = r.toParty == self ? Relative::Side::ofThisParty : Relative::Side::toThisParty;
  relative.id = relation.other;
  relative.label = domain::maskedName(relation.otherName);
  relative.scope = r.scope;
  relative.validUntil = r.validUntil;
  relative.isExpired = r.validUntil && *r.validUntil < in.today();
  return relative;
}

store::TimelineKinds kindsOf(TimelineFilter filter) {
  switch (filter) {
    case TimelineFilter::everything:
      return {true, true, true};
    case TimelineFilter::contacts:
      return {true, false, false};
    case TimelineFilter::cases:
      return {false, true, false};
    case TimelineFilter::ratings:
      return {false, false, true};
  }
  return {};
}

// The clear text behind a masked field; the entity must belong to the party, so a handle cannot be turned on somebody else.
Result<std::string> clearValue(store::Connection& connection, domain::PartyId party, const MaskedField& field) {
  const auto foreign = [] { return base::fail(ErrorKind::notFound, {{"entity", "field"}}); };
  if (field.field == "name" || field.field == "birth_date") {
    OW_TRY(const auto p, store::loadEntity<domain::Party>(connection, party));
    if (field.field == "name") return p.name;
    return p.birthDate ? base::isoText(*p.birthDate) : std::string();
  }
  if (field.field == "identifier") {
    OW_TRY(const auto e, store::loadEntity<domain::Identifier>(connection, field.entity));
    return e.partyId == party ? Result<std::string>(e.raw) : foreign();
  }
  if (field.field == "phone" || field.field == "email") {
    OW_TRY(const auto e, store::loadEntity<domain::ContactPoint>(connection, field.entity));
    return e.partyId == party ? Result<std::string>(e.normal) : foreign();
  }
  OW_TRY(const auto e, store::loadEntity<domain::Address>(connection, field.entity));
  return e.partyId == party ? Result<std::string>(e.text) : foreign();
}

Profile profileOf(Desk::Inside& in, const store::PartyRecord& record) {
  const domain::Party& party = record.party;
  Profile profile;
  profile.id = party.id;
  profile.kind = party.kind;
  profile.name = MaskedField{"name", domain::anyId(party.id), shownName(party, party.name), ""};
  profile.latinName = party.latinName ? shownName(party, *party.latinName) : std::string();
  profile.sex = party.sex;
  if (party.birthDate) {
    profile.age = fullYears(*party.birthDate, in.today());
    profile.birthDate = domain::maskedBirthDate(*party.birthDate);
  }
  profile.preferredChannel = party.preferredChannel;
  profile.preferredLanguage = party.preferredLanguage;
  profile.note = party.note;
  for (const auto& identifier : record.identifiers) profile.identifiers.push_back(identifierField(identifier));
  for (const auto& contact : record.contactPoints) profile.contactPoints.push_back(contactField(contact));
  for (const auto& address : record.addresses)
    profile.addresses.push_back(
        {"address", domain::anyId(address.id), domain::maskedAddress(address.text), std::string(base::code(address.kind))});
  for (const auto& relation : record.relations) profile.relatives.push_back(relativeOf(in, party.id, relation));
  profile.openCaseCount = record.openCases;
  profile.closedCaseCount = record.closedCases;
  profile.interactionCount = record.interactions;
  profile.ratings = record.ratings;
  profile.registeredAt = party.registeredAt;
  return profile;
}

Result<Profile> readProfile(Desk::Inside& in, domain::PartyId id, domain::AccessId look) {
  OW_TRY(auto reader, in.store->read());
  OW_TRYV(reader.beginSnapshot());
  OW_TRY(const auto record, store::partyRecord(reader.connection(), id, in.ratingSight()));
  Profile profile = profileOf(in, record);
  profile.look = look;
  OW_TRY(profile.corrections, correctionsOf(reader.connection(), record));
  OW_TRY(const auto cases, store::openCasesOf(reader.connection(), id, kOpenCasesShown));
  for (const auto& line : cases) profile.openCases.push_back(rowOf(in, line));
  OW_TRY(const auto entries, store::partyTimeline(reader.connection(), id, {}, std::nullopt, in.ratingSight(), kFirstPage));
  for (const auto& entry : entries) profile.timeline.push_back(itemOf(entry));
  return profile;
}

// Whether that line of the access log stands for what this clerk sees now.
Result<bool> isLookAt(Desk::Inside& in, domain::AccessId look, domain::PartyId party) {
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto logged, store::lookWithId(reader.connection(), look));
  return logged && logged->act == store::LookAct::open && logged->staff == in.clerk.id && logged->party == party &&
         logged->at <= in.now() && in.now() - logged->at < kLookLasts;
}

}  // namespace

Result<Profile> openProfile(Desk& desk, domain::PartyId id, Purpose purpose) {
  Desk::Inside& in = desk.inside();
  {
    // Whether there is such a party is asked before the look is logged: a log of nobody helps nobody.
    OW_TRY(auto reader, in.store->read());
    OW_TRYV(store::loadEntity<domain::Party>(reader.connection(), id));
  }
  OW_TRY(const auto look, logLook(in, id, store::LookAct::open, "", purpose));
  return readProfile(in, id, look);
}

Result<Profile> refreshProfile(Desk& desk, domain::PartyId id, domain::AccessId look) {
  OW_TRY(const bool isKnown, isLookAt(desk.inside(), look, id));
  if (!isKnown) return base::fail(ErrorKind::notAllowed, {{"rule", "look_needed"}});
  return readProfile(desk.inside(), id, look);
}

Result<std::vector<TimelineItem>> timeline(Desk& desk, domain::PartyId id, TimelineFilter filter,
                                           const std::optional<TimelineItem>& last, std::size_t limit) {
  OW_TRY(auto reader, desk.inside().store->read());
  std::optional<store::TimelinePlace> after;
  if (last) after = store::TimelinePlace{last->at, static_cast<store::TimelineEntry::Kind>(last->kind), last->key};
  OW_TRY(const auto entries,
         store::partyTimeline(reader.connection(), id, kindsOf(filter), after, desk.inside().ratingSight(), limit));
  std::vector<TimelineItem> items;
  for (const auto& entry : entries) items.push_back(itemOf(entry));
  return items;
}

Result<std::string> reveal(Desk& desk, domain::PartyId party, const MaskedField& field, Purpose purpose) {
  Desk::Inside& in = desk.inside();
  if (purpose == Purpose::caseWork) {
    OW_TRY(auto reader, in.store->read());
    OW_TRY(const auto open, store::openCasesOf(reader.connection(), party, 1));
    if (open.empty()) return base::fail(ErrorKind::notAllowed, {{"rule", "purpose_needed"}});
  }
  OW_TRYV(logLook(in, party, store::LookAct::reveal, field.field, purpose));
  OW_TRY(auto reader, in.store->read());
  return clearValue(reader.connection(), party, field);
}

}  // namespace ow::desk
