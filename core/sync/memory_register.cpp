// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_register.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/utf8.h"
#include "sync/memory_judge.h"
#include "sync/memory_standing.h"
#include "sync/memory_state.h"

namespace ow::sync {

using base::ErrorKind;
using base::Result;
using domain::Candidate;
using domain::CentralQuestion;
using domain::PartyId;
using domain::SearchBy;

namespace {

constexpr std::chrono::minutes kGrantLasts{2};
constexpr std::chrono::minutes kCandidatesLast{10};
constexpr std::size_t kMostCandidates = 20;
constexpr std::size_t kShortestNumber = 5;

base::Error notAllowed(const char* rule) {
  return base::fail(ErrorKind::notAllowed, {{"rule", rule}});
}

EntityKey keyOf(const PartyId& id) {
  return {"party", domain::anyId(id)};
}

std::string textOf(const HeldEntity& entity, const std::string& field) {
  const auto found = entity.fields.find(field);
  if (found == entity.fields.end()) return {};
  const auto* text = std::get_if<std::string>(&found->second.value);
  return text == nullptr ? std::string() : *text;
}

std::string firstCharacter(const std::string& name) {
  return name.empty() ? std::string() : name.substr(0, base::firstOf(name).size);
}

// As ow.masked_number does it.
std::string maskedNumber(const std::string& number) {
  const std::size_t size = number.size();
  if (size >= 10) return number.substr(0, 3) + std::string(size - 7, '*') + number.substr(size - 4);
  if (size >= 6) return number.substr(0, 1) + std::string(size - 4, '*') + number.substr(size - 3);
  return std::string(size, '*');
}

bool isPurpose(std::string_view word) {
  return word == "case_work" || word == "enquiry" || word == "verification" || word == "appeal" || word == "correction" ||
         word == "statistics";
}

bool isOneOf(const std::vector<std::string>& asked, const std::string& text) {
  return std::find(asked.begin(), asked.end(), text) != asked.end();
}

std::string lineText(const LookPlace& place, const HeldLook& look) {
  const SentLook& t = look.told;
  std::string all;
  for (const std::string& part :
       {std::to_string(place.hall.n), std::to_string(place.n), t.id.text(), std::to_string(base::toMillis(t.at)),
        std::to_string(base::toMillis(look.receivedAt)), look.desk, t.staff.text(), t.party.text(), t.act, t.field, t.purpose})
    all += std::to_string(part.size()) + ":" + part;
  return all;
}

}  // namespace

std::unique_ptr<MemoryCentre::Register> MemoryCentre::registerOf(const std::string& desk) {
  return std::make_unique<Register>(*this, desk);
}

void MemoryCentre::setLimits(const SearchLimits& limits) {
  *m_limits = limits;
}

void MemoryCentre::tamperWithLook(ScopeId hall, std::int64_t n) {
  HeldLook& look = m_state->looks.edit({hall, n});
  look.told.purpose = "statistics";
  look.hash = base::sha256Hex(lineText({hall, n}, look));
  commit(Written::other);
}

Result<const DeskSeat*> MemoryCentre::Register::seat() const {
  const auto desk = m_centre.m_desks.find(m_desk);
  if (desk == m_centre.m_desks.end() || desk->second.state == DeskState::revoked)
    return base::fail(ErrorKind::centreRefused, {{"rule", "desk"}});
  return &desk->second;
}

bool MemoryCentre::Register::isCaseInHand(const domain::CaseId& id, const DeskSeat& seat) const {
  const EntityKey key{"case", domain::anyId(id)};
  const HeldEntity* held = m_centre.m_state->entities.find(key);
  if (held == nullptr || held->isErased) return false;
  const std::string state = textOf(*held, "state");
  if (state == "closed" || state == "returned" || state == "withdrawn") return false;
  return std::any_of(seat.scopes.begin(), seat.scopes.end(), [&](ScopeId s) { return m_centre.m_state->stands(key, s); });
}

Result<void> MemoryCentre::Register::mayAsk(const CentralQuestion& question, const SearchReason& reason,
                                            const DeskSeat& seat) const {
  const auto staff = m_centre.m_staff.find(reason.clerk);
  if (staff == m_centre.m_staff.end() || !staff->second.isActive) return notAllowed("unknown_author");
  if (seat.proven && !seat.proven->contains(reason.clerk)) return notAllowed("unknown_author");
  if (staff->second.rights && staff->second.rights->empty()) return notAllowed("not_your_right");
  const std::size_t shortest = question.by == SearchBy::name ? 1 : kShortestNumber;
  const bool isShort =
      std::any_of(question.asked.begin(), question.asked.end(), [&](const std::string& a) { return a.size() < shortest; });
  if (question.asked.empty() || question.asked.size() > 2 || isShort ||
      (question.by == SearchBy::name) != question.birthDate.has_value())
    return notAllowed("malformed");
  if (!isPurpose(reason.purpose)) return notAllowed("purpose_needed");
  if ((reason.purpose == "case_work" || reason.caseId) && !(reason.caseId && isCaseInHand(*reason.caseId, seat)))
    return notAllowed("purpose_needed");
  return base::success();
}

Result<void> MemoryCentre::Register::mayAgain(const std::string& act, int most, std::chrono::seconds within) const {
  const base::Instant now = m_centre.m_clock.now();
  std::vector<base::Instant> times;
  for (const auto& [place, look] : m_centre.m_state->looks.rows())
    if (look.desk == m_desk && look.told.act == act && look.receivedAt + within > now) times.push_back(look.receivedAt);
  if (times.size() < static_cast<std::size_t>(most)) return base::success();
  std::sort(times.begin(), times.end(), std::greater<>());
  const auto left = most < 1 ? within : std::chrono::ceil<std::chrono::seconds>(times[std::size_t(most) - 1] + within - now);
  return base::fail(ErrorKind::notAllowed, {{"rule", "too_many"}, {"seconds", std::to_string(left.count())}});
}

void MemoryCentre::Register::append(ScopeId hall, const SentLook& look) {
  auto& looks = m_centre.m_state->looks;
  LookPlace last{hall, 0};
  for (const auto& [place, held] : looks.rows()) {
    if (place.hall != hall) continue;
    if (held.told.id == look.id) return;
    last = place;
  }
  const std::string before = last.n == 0 ? std::string() : looks.find(last)->hash;
  const LookPlace place{hall, last.n + 1};
  HeldLook& made = looks.edit(place);
  made = {look, m_desk, m_centre.m_clock.now(), {}};
  made.hash = base::sha256Hex(before + lineText(place, made));
}

Result<base::Uuid> MemoryCentre::Register::grantSearch(const CentralQuestion& question, const SearchReason& reason) {
  OW_TRY(const DeskSeat* desk, seat());
  OW_TRYV(mayAsk(question, reason, *desk));
  OW_TRYV(mayAgain("search", m_centre.m_limits->searchesPerHour, std::chrono::hours(1)));
  OW_TRYV(mayAgain("search", m_centre.m_limits->searchesPerDay, std::chrono::hours(24)));
  const base::Uuid id = m_centre.m_ids.next();
  m_centre.m_grants.push_back({id, m_desk, m_centre.m_sessions, question, reason, m_centre.m_clock.now(), false, {}});
  append(desk->scopes.front(),
         {{id}, m_centre.m_clock.now(), reason.clerk, {}, "search", question.asked.front(), reason.purpose});
  m_centre.commit(Written::other);
  return id;
}

Result<MemoryGrant*> MemoryCentre::Register::grantOf(const base::Uuid& id) const {
  for (MemoryGrant& grant : m_centre.m_grants)
    if (grant.id == id && grant.desk == m_desk && grant.session == m_centre.m_sessions &&
        grant.at + kCandidatesLast > m_centre.m_clock.now())
      return &grant;
  return notAllowed("grant");
}

std::vector<PartyId> MemoryCentre::Register::found(const CentralQuestion& question) const {
  const MemoryState& state = *m_centre.m_state;
  std::set<PartyId> ids;
  const auto isThere = [&state](const EntityKey& party, const EntityKey& child) {
    const auto& scopes = state.scopes.rows();
    return std::any_of(scopes.begin(), scopes.end(),
                       [&](const auto& scope) { return state.stands(party, scope.first) && state.stands(child, scope.first); });
  };
  for (const auto& [key, held] : state.entities.rows()) {
    if (held.isErased) continue;
    PartyId party{key.id.uuid};
    if (question.by == SearchBy::name) {
      if (key.kind != "party" || !isOneOf(question.asked, textOf(held, "name")) ||
          textOf(held, "birth_date") != base::isoText(*question.birthDate))
        continue;
    } else {
      const bool isKind = question.by == SearchBy::identifier ? key.kind == "identifier"
                                                              : key.kind == "contact_point" && textOf(held, "kind") == "phone";
      const auto owner = PartyId::parse(textOf(held, "party_id"));
      if (!isKind || !isOneOf(question.asked, textOf(held, "normal")) || !owner) continue;
      party = *owner;
    }
    if (isThere(keyOf(party), key)) ids.insert(party);
  }
  std::vector<PartyId> all(ids.begin(), ids.end());
  all.resize(std::min(all.size(), kMostCandidates));
  return all;
}

Candidate MemoryCentre::Register::candidateOf(PartyId id, int n, ScopeId home) const {
  const MemoryState& state = *m_centre.m_state;
  const HeldEntity& party = *state.entities.find(keyOf(id));
  Candidate candidate;
  candidate.n = n;
  candidate.kind = base::fromCode<domain::PartyKind>(textOf(party, "kind")).value_or(domain::PartyKind::person);
  const std::string name = textOf(party, "name");
  candidate.name = candidate.kind == domain::PartyKind::person ? firstCharacter(name) + "**" : name;
  candidate.birthYear = textOf(party, "birth_date").substr(0, 4);
  for (const auto& [scope, row] : state.scopes.rows())
    if (state.stands(keyOf(id), scope) && m_centre.m_scopes.at(scope).kind == "hall")
      candidate.halls.push_back(m_centre.m_scopes.at(scope).name);
  for (const auto& [key, held] : state.entities.rows()) {
    if (key.kind != "identifier" || held.isErased || textOf(held, "party_id") != id.text()) continue;
    const bool isBetter = candidate.number.empty() || textOf(held, "type") == "citizen_id";
    if (!isBetter || candidate.numberType == "citizen_id") continue;
    candidate.numberType = textOf(held, "type");
    candidate.number = maskedNumber(textOf(held, "normal"));
  }
  if (state.stands(keyOf(id), home)) candidate.party = id;
  return candidate;
}

Result<std::vector<Candidate>> MemoryCentre::Register::search(const base::Uuid& grant) {
  OW_TRY(const DeskSeat* desk, seat());
  OW_TRY(MemoryGrant * held, grantOf(grant));
  if (held->isSearched || held->at + kGrantLasts <= m_centre.m_clock.now()) return notAllowed("grant");
  held->isSearched = true;
  held->candidates = found(held->question);
  std::vector<Candidate> candidates;
  for (const PartyId& id : held->candidates)
    candidates.push_back(candidateOf(id, int(candidates.size()) + 1, desk->scopes.front()));
  return candidates;
}

Result<PartyId> MemoryCentre::Register::adopt(const base::Uuid& grant, int candidate) {
  OW_TRY(const DeskSeat* desk, seat());
  OW_TRY(const MemoryGrant* held, grantOf(grant));
  if (!held->isSearched || candidate < 1 || std::size_t(candidate) > held->candidates.size()) return notAllowed("candidate");
  const PartyId id = held->candidates[std::size_t(candidate) - 1];
  const HeldEntity* party = m_centre.m_state->entities.find(keyOf(id));
  if (party == nullptr || party->isErased) return notAllowed("candidate");
  OW_TRYV(mayAgain("adopt", m_centre.m_limits->adoptionsPerHour, std::chrono::hours(1)));
  append(desk->scopes.front(),
         {{m_centre.m_ids.next()}, m_centre.m_clock.now(), held->reason.clerk, id, "adopt", "", held->reason.purpose});
  MemoryStanding standing(*m_centre.m_state);
  standing.join(keyOf(id), desk->scopes.front());
  standing.close();
  m_centre.commit(Written::other);
  return id;
}

Result<LooksTaken> MemoryCentre::Register::recordLooks(std::span<const SentLook> looks, std::span<const std::int64_t> seen) {
  OW_TRY(const DeskSeat* desk, seat());
  const ScopeId hall = desk->scopes.front();
  for (const SentLook& look : looks) append(hall, look);
  if (!looks.empty()) m_centre.commit(Written::other);
  LooksTaken taken;
  for (const auto& [place, held] : m_centre.m_state->looks.rows())
    if (place.hall == hall) taken.head = {place.n, held.hash};
  for (const std::int64_t n : seen) {
    const HeldLook* held = m_centre.m_state->looks.find({hall, n});
    taken.seen.push_back(held == nullptr ? std::string() : held->hash);
  }
  return taken;
}

}  // namespace ow::sync
