// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_people.h"

#include <cstdio>

#include "domain/identifier.h"
#include "intake/demo_streets.h"

namespace ow::intake {

using domain::PartyKind;
using domain::RelationshipKind;
using domain::Sex;

namespace {

// Adults who lead a household, by five years of age from 20; the shape of the census of 2020.
constexpr double kAdultAges[] = {5.0, 6.6, 8.8, 7.0, 6.6, 8.1, 8.6, 7.2, 5.2, 5.3, 3.5, 2.2, 1.4, 0.7, 0.2};

// In the order of DemoPeople::Shape.
constexpr double kShapes[] = {25, 24, 21, 10, 5, 13, 2};

constexpr std::string_view kMailHosts[] = {"example.com", "mail.example.cn", "example.org", "post.example.net"};
constexpr std::string_view kScopes[] = {"办理企业登记、备案事项", "申报纳税及领取发票",   "提交材料、领取结果",
                                        "办理社会保险增减员",     "办理全部政务服务事项", "仅限领取证照",
                                        "办理项目审批有关手续"};

std::string digits(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() >= width ? text : std::string(width - text.size(), '0') + text;
}

std::string shortArea(const std::string& area) {
  for (const std::string_view tail : {"区", "县", "市"})
    if (area.size() > tail.size() * 2 && area.ends_with(tail)) return area.substr(0, area.size() - tail.size());
  return area;
}

base::Date daysAfter(base::Date date, std::int64_t days) {
  return std::chrono::sys_days(date) + std::chrono::days(days);
}

}  // namespace

DemoPeople::DemoPeople(DemoBatch& batch, Dice& dice, const DemoPlace& place, std::int64_t persons, base::Instant now)
    : m_batch(batch),
      m_dice(dice),
      m_place(place),
      m_numbers(place.division, persons),
      m_now(now),
      m_today(std::chrono::floor<std::chrono::days>(now)),
      m_shortArea(shortArea(place.area)) {}

std::string DemoPeople::street() {
  return std::string(m_dice.of(kStreetFirst)) + std::string(m_dice.of(kStreetSecond)) +
         std::string(m_dice.common(kStreetKinds));
}

DemoPeople::Home DemoPeople::newHome(base::Instant at) {
  Home home;
  home.origin = originOf(m_dice);
  home.at = at;
  const std::int64_t community = m_dice.between(1, 30);
  home.grid = m_place.division + digits(community, 3) + digits(m_dice.between(1, 40), 3);
  home.address = m_place.area + street() + std::to_string(m_dice.between(1, 288)) + "号";
  if (m_dice.chance(0.8))
    home.address += std::to_string(m_dice.between(1, 24)) + "号楼" + std::to_string(m_dice.between(1, 6)) + "单元" +
                    std::to_string(m_dice.between(1, 28)) + digits(m_dice.between(1, 4), 2) + "室";
  return home;
}

base::Date DemoPeople::birthOf(int age) {
  const int year = int(m_today.year()) - age;
  const base::Date first{std::chrono::year(year), std::chrono::January, std::chrono::day(1)};
  // Not yet had the birthday of this year: one more year back would make `age` wrong by one, which nobody minds.
  base::Date birth = daysAfter(first, m_dice.between(0, 364));
  return std::chrono::sys_days(birth) >= std::chrono::sys_days(m_today) ? daysAfter(birth, -366) : birth;
}

DemoPeople::Member DemoPeople::addPerson(const Home& home, int age, Sex sex, std::string family) {
  domain::Party party;
  party.id = m_batch.id<domain::PartyId>();
  party.sex = sex;
  party.birthDate = birthOf(age);
  party.name = fullName(m_dice, home.origin, family, sex, int(party.birthDate->year()));
  if (home.origin == Origin::abroad) party.latinName = party.name;
  if (age > 30 && m_dice.chance(0.004)) party.formerName = fullName(m_dice, home.origin, family, sex, 1980);
  party.ethnicity = ethnicityOf(home.origin);
  party.preferredLanguage = languageOf(home.origin, m_dice);
  if (age >= 18 && m_dice.chance(0.1))
    party.preferredChannel = m_dice.chance(0.5) ? domain::Channel::phone : domain::Channel::wechat;
  if (age > 70 && m_dice.chance(0.06)) party.note = std::string(m_dice.of(kElderNotes));
  if (party.preferredLanguage == "ug" || party.preferredLanguage == "bo") party.note = "需要翻译";
  party.registeredAt = home.at;
  party.jurisdiction = m_place.jurisdiction;
  m_batch.setNow(home.at);
  m_batch.create(party);
  addNumber(party, home);
  if (age >= 14) addPhones(party, age);
  addAddress(party.id, domain::AddressKind::residence, home.address, home.grid);
  return {party.id, sex, age, std::move(family)};
}

void DemoPeople::addNumber(const domain::Party& party, const Home& home) {
  domain::Identifier number;
  number.id = m_batch.id<domain::IdentifierId>();
  number.partyId = party.id;
  number.type = domain::IdentifierType::citizenId;
  number.validity = domain::Validity::ok;
  if (home.origin == Origin::hongKong || home.origin == Origin::taiwan) {
    number.raw = m_numbers.residencePermit(m_dice,
                                           home.origin == Origin::taiwan ? "830000"
                                           : m_dice.chance(0.8)          ? "810000"
                                                                         : "820000",
                                           *party.birthDate, party.sex);
    if (!number.raw.empty()) number.type = domain::IdentifierType::hkMacauTaiwanResidence;
  } else if (home.origin == Origin::abroad) {
    const Country from = country(m_dice);
    if (m_dice.chance(0.4)) number.raw = m_numbers.foreignerId(m_dice, from.numeric, *party.birthDate, party.sex);
    number.type = number.raw.empty() ? domain::IdentifierType::passportForeign : domain::IdentifierType::foreignerResidence;
    if (number.raw.empty())
      number.raw = std::string(1, char('A' + m_dice.index(26))) + digits(m_dice.between(0, 99'999'999), 8);
    number.issuingCountry = number.type == domain::IdentifierType::passportForeign ? std::string(from.alpha3) : "CHN";
    number.validUntil = daysAfter(m_today, m_dice.between(-60, 3000));
    number.validity = domain::checkIdentifier(number.type, number.raw, m_today).validity;
  }
  if (number.raw.empty())
    number.raw = m_numbers.citizenId(m_dice, provinceOf(home.origin, m_dice), *party.birthDate, party.sex);
  if (number.raw.empty()) return;
  number.normal = number.raw;
  m_batch.create(number);
}

void DemoPeople::addPhones(const domain::Party& party, int age) {
  const int phones = age < 18 || age > 82 ? int(m_dice.chance(0.4)) : m_dice.chance(0.15) ? 2 : 1;
  for (int i = 0; i < phones; ++i) {
    domain::ContactPoint phone;
    phone.id = m_batch.id<domain::ContactPointId>();
    phone.partyId = party.id;
    const std::string number = m_numbers.mobile(m_dice);
    phone.raw = m_dice.chance(0.2) ? number.substr(0, 3) + " " + number.substr(3, 4) + " " + number.substr(7) : number;
    phone.normal = "+86" + number;
    if (i > 0) phone.label = m_dice.chance(0.5) ? "单位" : "家人";
    phone.isPreferred = i == 0;
    m_batch.create(phone);
  }
  if (age < 18 || !m_dice.chance(age < 50 ? 0.12 : 0.03)) return;
  domain::ContactPoint mail;
  mail.id = m_batch.id<domain::ContactPointId>();
  mail.partyId = party.id;
  mail.kind = domain::ContactKind::email;
  mail.raw = "u" + std::to_string(m_dice.between(100'000, 999'999'999)) + "@" + std::string(m_dice.of(kMailHosts));
  mail.normal = mail.raw;
  m_batch.create(mail);
}

void DemoPeople::addAddress(domain::PartyId party, domain::AddressKind kind, const std::string& text, const std::string& grid) {
  domain::Address address;
  address.id = m_batch.id<domain::AddressId>();
  address.partyId = party;
  address.kind = kind;
  address.text = text;
  address.divisionCode = m_place.division;
  address.grid = grid;
  m_batch.create(address);
}

void DemoPeople::relate(domain::PartyId from, domain::PartyId to, RelationshipKind kind, std::optional<std::string> document) {
  domain::Relationship relation;
  relation.id = m_batch.id<domain::RelationshipId>();
  relation.fromParty = from;
  relation.toParty = to;
  relation.kind = kind;
  relation.document = std::move(document);
  m_batch.create(relation);
}

void DemoPeople::addChildren(const Home& home, const Member& head, const std::optional<Member>& spouse, std::int64_t count,
                             std::vector<Member>& members) {
  const int parent = spouse ? std::min(head.age, spouse->age) : head.age;
  for (std::int64_t i = 0; i < count; ++i) {
    const int age = parent - int(m_dice.between(22, std::max(22, std::min(35, parent)))) - int(i) * 3;
    if (age < 0) return;
    const Sex sex = m_dice.chance(0.52) ? Sex::male : Sex::female;
    const bool fromSpouse = spouse && (head.sex == Sex::female) != m_dice.chance(0.06);
    members.push_back(addPerson(home, age, sex, fromSpouse ? spouse->family : head.family));
    const Member& child = members.back();
    relate(head.id, child.id, RelationshipKind::parent);
    if (spouse) relate(spouse->id, child.id, RelationshipKind::parent);
    if (child.isMinor()) relate(head.id, child.id, RelationshipKind::guardian, m_dice.chance(0.5) ? "户口簿" : "出生医学证明");
  }
}

DemoPeople::Member DemoPeople::addHead(const Home& home, Shape shape) {
  static const Odds kAges{std::span<const double>(kAdultAges)};
  int age = 20 + int(kAges.draw(m_dice)) * 5 + int(m_dice.between(0, 4));
  if (shape != Shape::single) age = std::max(age, 24);
  if (shape == Shape::grandparent) age = std::max(age, 56);
  if (shape == Shape::threeGenerations && age > 62) age -= 25;
  const Sex sex = m_dice.chance(0.68) ? Sex::male : Sex::female;
  return addPerson(home, age, sex, surname(m_dice, home.origin));
}

DemoPeople::Member DemoPeople::addSpouse(const Home& home, const Member& head) {
  const bool male = head.sex == Sex::female;
  const int age = std::max(20, head.age + int(m_dice.between(-3, 5)) * (male ? 1 : -1));
  Member spouse = addPerson(home, age, male ? Sex::male : Sex::female, surname(m_dice, home.origin));
  relate(spouse.id, head.id, RelationshipKind::spouse);
  return spouse;
}

DemoPeople::Member DemoPeople::addElder(const Home& home, const Member& head) {
  const int age = std::min(101, head.age + int(m_dice.between(22, 32)));
  const Sex sex = m_dice.chance(0.35) ? Sex::male : Sex::female;
  Member elder = addPerson(home, age, sex, m_dice.chance(0.4) ? head.family : surname(m_dice, home.origin));
  relate(elder.id, head.id, RelationshipKind::parent);
  if (age > 76 && m_dice.chance(0.3)) addAgent(head.id, elder.id);
  return elder;
}

void DemoPeople::addHousehold(DemoPopulation& into, std::int64_t room, base::Instant at) {
  static const Odds kHomes{std::span<const double>(kShapes)};
  const Home home = newHome(at);
  const auto shape = static_cast<Shape>(kHomes.draw(m_dice));
  const auto left = [room](const std::vector<Member>& members) { return room - std::int64_t(members.size()); };

  std::vector<Member> members{addHead(home, shape)};
  const Member head = members[0];
  std::optional<Member> spouse;
  const bool isPair = shape != Shape::single && shape != Shape::oneParent && shape != Shape::grandparent;
  if (isPair && left(members) > 0) members.push_back(*(spouse = addSpouse(home, head)));
  if (shape == Shape::grandparent && left(members) > 0) {
    const Sex sex = m_dice.chance(0.5) ? Sex::male : Sex::female;
    members.push_back(addPerson(home, int(m_dice.between(2, 16)), sex, head.family));
    relate(head.id, members.back().id, RelationshipKind::guardian, "居委会指定监护证明");
  } else if (shape != Shape::single && shape != Shape::couple) {
    const std::int64_t wanted = shape == Shape::coupleTwoChildren ? 2 : 1;
    addChildren(home, head, spouse, std::min(wanted, left(members)), members);
  }
  if (shape == Shape::threeGenerations && left(members) > 0) members.push_back(addElder(home, head));

  for (std::size_t i = 1; i < members.size(); ++i) relate(members[i].id, head.id, RelationshipKind::householdMember);
  for (const Member& member : members)
    if (!member.isMinor()) into.adults.push_back({member.id, {}, at});
  into.persons += std::int64_t(members.size());
  if (members.size() > 1) ++into.households;
}

void DemoPeople::addAgent(domain::PartyId agent, domain::PartyId principal) {
  domain::Relationship relation;
  relation.id = m_batch.id<domain::RelationshipId>();
  relation.fromParty = agent;
  relation.toParty = principal;
  relation.kind = RelationshipKind::agent;
  relation.scope = std::string(m_dice.of(kScopes));
  relation.document = "授权委托书" + digits(m_dice.between(1, 9999), 4) + "号";
  // One to three years long, some of them over.
  const base::Date from = daysAfter(m_today, -m_dice.between(1, 900));
  relation.validFrom = from;
  relation.validUntil = daysAfter(from, m_dice.chance(0.6) ? 1095 : 365);
  m_batch.create(relation);
}

DemoPeople::Kind DemoPeople::organisationKind() {
  const double x = m_dice.fraction();
  if (x < 0.55) return {PartyKind::enterprise, "91"};
  if (x < 0.86) return {PartyKind::enterprise, "92"};
  if (x < 0.93) return {PartyKind::publicInstitution, "12"};
  return {PartyKind::socialOrganisation, m_dice.chance(0.5) ? "51" : "52"};
}

void DemoPeople::addOrganisation(DemoPopulation& into, base::Instant at) {
  if (into.adults.empty()) return;
  const Kind kind = organisationKind();
  const domain::PartyId leader =
      into.adults[into.adults.size() - 1 - m_dice.index(std::min<std::size_t>(8, into.adults.size()))].party;
  domain::Party party;
  party.id = m_batch.id<domain::PartyId>();
  party.kind = kind.kind;
  if (kind.registry == "92")
    party.name = soleTraderName(m_dice, m_place.area, surname(m_dice, Origin::han));
  else if (kind.kind == PartyKind::enterprise)
    party.name = enterpriseName(m_dice, m_shortArea);
  else
    party.name = kind.kind == PartyKind::publicInstitution ? institutionName(m_dice, m_place.area)
                                                           : associationName(m_dice, m_place.area);
  party.birthDate = daysAfter(m_today, -m_dice.between(900, 9000));
  party.registeredAt = at;
  party.jurisdiction = m_place.jurisdiction;
  m_batch.setNow(at);
  m_batch.create(party);

  domain::Identifier code;
  code.id = m_batch.id<domain::IdentifierId>();
  code.partyId = party.id;
  code.type = domain::IdentifierType::uscc;
  code.raw = code.normal = m_numbers.uscc(kind.registry);
  code.validity = domain::Validity::ok;
  m_batch.create(code);
  addPhones(party, 40);
  addAddress(party.id, domain::AddressKind::business, m_place.area + street() + std::to_string(m_dice.between(1, 399)) + "号",
             m_place.division + digits(m_dice.between(1, 30), 3) + digits(m_dice.between(1, 40), 3));
  relate(leader, party.id, RelationshipKind::legalRepresentative, "营业执照");
  DemoVisitor visitor{party.id, leader, at};
  if (into.adults.size() > 20 && m_dice.chance(0.5)) {
    const domain::PartyId clerk = into.adults[m_dice.index(into.adults.size())].party;
    addAgent(clerk, party.id);
    if (m_dice.chance(0.5)) relate(clerk, party.id, RelationshipKind::employee);
    visitor.agent = clerk;
  }
  into.firms.push_back(visitor);
  ++into.organisations;
}

}  // namespace ow::intake
