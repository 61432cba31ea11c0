// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/finding.h"

#include <algorithm>
#include <map>

#include "base/pinyin.h"
#include "base/text_fold.h"
#include "desk/inside.h"
#include "domain/identifier.h"
#include "domain/masking.h"
#include "domain/phone.h"
#include "store/schema.h"
#include "store/search.h"

namespace ow::desk {

using base::Result;
using store::SearchResult;

namespace {

std::string partyDetail(const SearchResult& result) {
  std::string detail;
  if (!result.number.empty())
    detail = domain::maskedIdentifier(result.numberType.value_or(domain::IdentifierType::other), result.number);
  if (!result.phone.empty()) detail += (detail.empty() ? "" : "  ") + domain::maskedPhone(result.phone);
  return detail;
}

Found foundOf(const SearchResult& result) {
  Found found;
  found.kind = static_cast<Found::Kind>(result.kind);
  found.id.uuid = result.id;
  found.matched = std::string(result.field);
  found.state = result.state;
  switch (result.kind) {
    case SearchResult::Kind::person:
      found.label = domain::maskedName(result.name);
      found.detail = partyDetail(result);
      break;
    case SearchResult::Kind::organisation:
      found.label = result.name;
      found.detail = partyDetail(result);
      break;
    case SearchResult::Kind::case_:
      found.label = result.name;
      found.detail = (result.externalNo.empty() ? result.number : result.externalNo) + "  " + result.service;
      break;
  }
  return found;
}

// Why one candidate looks like the party that is being typed in.
std::vector<std::string> reasonsFor(const store::PartyRecord& record, const PartyHints& hints) {
  std::vector<std::string> reasons;
  const std::string identifier = domain::normalIdentifier(hints.identifier);
  for (const auto& known : record.identifiers) {
    const auto key = [&known](const std::string& normal) { return domain::identifierMatchKey(known.type, normal); };
    if (!identifier.empty() && key(known.normal) == key(identifier)) reasons.emplace_back("same_identifier");
  }
  const domain::PhoneCheck phone = domain::checkPhone(hints.phone, "CN");
  for (const auto& known : record.contactPoints)
    if (!hints.phone.empty() && (known.normal == phone.e164 || known.normal == phone.national))
      reasons.emplace_back("same_phone");
  if (!hints.name.empty() && base::folded(record.party.name) == base::folded(hints.name)) reasons.emplace_back("same_name");
  if (hints.birthDate && record.party.birthDate == hints.birthDate) reasons.emplace_back("same_birth_date");
  std::sort(reasons.begin(), reasons.end());
  reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
  return reasons;
}

bool has(const std::vector<std::string>& reasons, std::string_view reason) {
  return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

// A name or a birth date alone says little: thousands share them.
int weightOf(const std::vector<std::string>& reasons) {
  int weight = 0;
  if (has(reasons, "same_identifier")) weight += 100;
  if (has(reasons, "same_phone")) weight += 20;
  if (has(reasons, "same_name")) weight += 10;
  if (has(reasons, "same_birth_date")) weight += 10;
  return weight;
}

constexpr int kWorthShowing = 20;

}  // namespace

Desk::Inside::Searching::Searching(Inside& inside, store::Connection& connection) : m_inside(inside), m_connection(connection) {
  const std::scoped_lock guard(inside.m_searchGuard);
  if (inside.m_searching != nullptr) inside.m_searching->interrupt();
  inside.m_searching = &connection;
}

Desk::Inside::Searching::~Searching() {
  // Under the guard: nobody may interrupt a connection that is about to be lent to somebody else.
  const std::scoped_lock guard(m_inside.m_searchGuard);
  if (m_inside.m_searching == &m_connection) m_inside.m_searching = nullptr;
}

Result<std::vector<Found>> find(Desk& desk, const std::string& typed, std::size_t limit) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  const Desk::Inside::Searching searching(in, reader.connection());
  OW_TRY(const auto results, store::search(reader.connection(), typed, store::SearchScope::everything, limit));
  std::vector<Found> found;
  for (const SearchResult& result : results) found.push_back(foundOf(result));
  return found;
}

Result<std::vector<Duplicate>> findDuplicates(Desk& desk, const PartyHints& hints) {
  const int said = !hints.name.empty() + !hints.identifier.empty() + !hints.phone.empty() + hints.birthDate.has_value();
  std::vector<Duplicate> duplicates;
  if (said < 2) return duplicates;
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  store::Connection& connection = reader.connection();

  std::map<base::Uuid, int> candidates;
  // A number of 15 digits is on record with 18 as well.
  std::vector<std::string> asked =
      domain::identifierForms(domain::IdentifierType::citizenId, domain::normalIdentifier(hints.identifier));
  asked.push_back(hints.phone);
  asked.push_back(hints.name);
  for (const std::string& typed : asked) {
    if (typed.empty()) continue;
    OW_TRY(const auto results, store::search(connection, typed, store::SearchScope::parties, 50));
    for (const SearchResult& result : results)
      if (result.match == base::MatchKind::exact && (!hints.self || hints.self->uuid != result.id)) ++candidates[result.id];
  }
  std::vector<std::pair<int, Duplicate>> weighed;
  for (const auto& [id, times] : candidates) {
    OW_TRY(const auto record, store::partyRecord(connection, domain::PartyId{id}, in.ratingSight()));
    auto reasons = reasonsFor(record, hints);
    const int weight = weightOf(reasons);
    if (weight >= kWorthShowing)
      weighed.emplace_back(weight, Duplicate{domain::PartyId{id}, domain::maskedName(record.party.name), std::move(reasons)});
  }
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [weight, duplicate] : weighed)
    if (duplicates.size() < 5) duplicates.push_back(std::move(duplicate));
  return duplicates;
}

}  // namespace ow::desk
