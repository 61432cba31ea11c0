// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "domain/channel.h"
#include "domain/identifier_type.h"
#include "domain/ids.h"
#include "domain/sex.h"

// Whom a hall serves, and what is known of them. Each value is an entity of its own: an operation changes one of them, and the
// function `describe` beside it names its fields for operations, store columns and JSON alike (the one place that knows them).
namespace ow::domain {

// The four subjects of government (五类主体中的四类): GB/T 39046-2020 服务对象 1-4.
enum class PartyKind { person, enterprise, publicInstitution, socialOrganisation };

// Languages of papers and talk: BCP 47 tags kept as text ("zh-Hans", "en", "ug").
struct Party {
  PartyId id;
  PartyKind kind = PartyKind::person;
  std::string name;                       // as on the paper it was taken from, not normalised
  std::optional<std::string> latinName;   // as on a passport
  std::optional<std::string> formerName;  // 曾用名
  Sex sex = Sex::unknown;
  std::optional<base::Date> birthDate;  // for organisations: day of establishment
  std::optional<std::string> ethnicity;
  std::optional<Channel> preferredChannel;
  std::optional<std::string> preferredLanguage;
  std::optional<std::string> note;  // what the next clerk must know: needs an interpreter, hard of hearing ...
  base::Instant registeredAt;
  std::string jurisdiction;
};

template <class Visitor, class Entity>
void describeParty(Visitor&& v, Entity& p) {
  v("kind", p.kind);
  v("name", p.name);
  v("latin_name", p.latinName);
  v("former_name", p.formerName);
  v("sex", p.sex);
  v("birth_date", p.birthDate);
  v("ethnicity", p.ethnicity);
  v("preferred_channel", p.preferredChannel);
  v("preferred_language", p.preferredLanguage);
  v("note", p.note);
  v("registered_at", p.registeredAt);
  v("jurisdiction", p.jurisdiction);
}

// A number that names a party (证件). Raw as given, normal as compared; a number that fails its check keeps the clerk's reason.
struct Identifier {
  IdentifierId id;
  PartyId partyId;
  IdentifierType type = IdentifierType::other;
  std::string raw;
  std::string normal;
  Validity validity = Validity::unchecked;
  std::optional<std::string> reason;
  std::optional<std::string> issuingCountry;  // ISO 3166-1 alpha-3
  std::optional<base::Date> validUntil;
};

enum class ContactKind { phone, email, wechat, weibo, other };

struct ContactPoint {
  ContactPointId id;
  PartyId partyId;
  ContactKind kind = ContactKind::phone;
  std::string raw;
  std::string normal;  // phone: E.164 where there is one, else national digits; e-mail: lower-case domain
  std::optional<std::string> label;
  bool isPreferred = false;
};

enum class AddressKind { residence, registered, business, mailing };

struct Address {
  AddressId id;
  PartyId partyId;
  AddressKind kind = AddressKind::residence;
  std::string text;
  std::optional<std::string> divisionCode;  // GB/T 2260, 6 to 12 digits
  std::optional<std::string> grid;          // 网格 code of the local grid
  std::optional<std::string> postcode;
  std::optional<double> latitude;  // WGS 84, degrees
  std::optional<double> longitude;
};

// "from is <kind> of to": a guardian of a ward, an agent of a principal, a member of a household's head.
enum class RelationshipKind { householdMember, guardian, agent, legalRepresentative, employee, spouse, parent };

struct Relationship {
  RelationshipId id;
  PartyId fromParty;
  PartyId toParty;
  RelationshipKind kind = RelationshipKind::householdMember;
  std::optional<std::string> scope;     // what an agent may do
  std::optional<std::string> document;  // the paper that proves it
  std::optional<base::Date> validFrom;
  std::optional<base::Date> validUntil;
};

template <class V, class E>
void describeIdentifier(V&& v, E& e) {
  v("party_id", e.partyId);
  v("type", e.type);
  v("raw", e.raw);
  v("normal", e.normal);
  v("validity", e.validity);
  v("reason", e.reason);
  v("issuing_country", e.issuingCountry);
  v("valid_until", e.validUntil);
}
template <class V, class E>
void describeContactPoint(V&& v, E& e) {
  v("party_id", e.partyId);
  v("kind", e.kind);
  v("raw", e.raw);
  v("normal", e.normal);
  v("label", e.label);
  v("is_preferred", e.isPreferred);
}
template <class V, class E>
void describeAddress(V&& v, E& e) {
  v("party_id", e.partyId);
  v("kind", e.kind);
  v("text", e.text);
  v("division_code", e.divisionCode);
  v("grid", e.grid);
  v("postcode", e.postcode);
  v("latitude", e.latitude);
  v("longitude", e.longitude);
}
template <class V, class E>
void describeRelationship(V&& v, E& e) {
  v("from_party", e.fromParty);
  v("to_party", e.toParty);
  v("kind", e.kind);
  v("scope", e.scope);
  v("document", e.document);
  v("valid_from", e.validFrom);
  v("valid_until", e.validUntil);
}

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::PartyKind> =
    std::array<std::string_view, 4>{"person", "enterprise", "public_institution", "social_organisation"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::ContactKind> =
    std::array<std::string_view, 5>{"phone", "email", "wechat", "weibo", "other"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::AddressKind> =
    std::array<std::string_view, 4>{"residence", "registered", "business", "mailing"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::RelationshipKind> = std::array<std::string_view, 7>{
    "household_member", "guardian", "agent", "legal_representative", "employee", "spouse", "parent"};
