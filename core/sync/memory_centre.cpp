// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/memory_centre.h"

#include "domain/entity.h"
#include "sync/memory_judge.h"
#include "sync/memory_standing.h"
#include "sync/memory_state.h"

namespace ow::sync {

namespace {

constexpr std::int32_t kFirstEpoch = 1;

}  // namespace

MemoryCentre::MemoryCentre(base::Clock& clock, base::Random& random)
    : m_clock(clock),
      m_random(random),
      m_ids(clock, random),
      m_state(std::make_unique<MemoryState>()),
      m_limits(std::make_unique<SearchLimits>()) {
  m_state->epochs.edit(kFirstEpoch);
  m_state->schema.edit(0) = kSchema;
  commit(Written::other);
}

MemoryCentre::~MemoryCentre() = default;

ScopeId MemoryCentre::addScope(const std::string& kind, const std::string& code, const std::string& name) {
  const ScopeId id{static_cast<std::int32_t>(m_scopes.size()) + 1};
  m_scopes[id] = {id, kind, code, name};
  m_state->scopes.edit(id).pos = std::int64_t{m_state->epoch()} << 40;
  if (kind == "hall") m_authorities.push_back({id, {}, code});
  commit(Written::other);
  return id;
}

std::string MemoryCentre::addDesk(const std::vector<ScopeId>& scopes) {
  const std::string desk = "desk-" + std::to_string(m_desks.size() + 1);
  m_desks[desk] = {desk, scopes, DeskState::welcome, m_scopes.at(scopes.front()).name};
  return desk;
}

void MemoryCentre::addRoute(ScopeId hall, ScopeId scope, const std::optional<std::string>& department, bool figuresOnly) {
  m_routes.push_back({hall, scope, department, figuresOnly});
}

void MemoryCentre::setAuthority(ScopeId hall, const std::optional<std::string>& department, const std::string& word) {
  std::erase_if(m_authorities, [&](const Authority& a) { return a.hall == hall && a.department == department; });
  m_authorities.push_back({hall, department, word});
}

int MemoryCentre::yearNow() const {
  return int(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(m_clock.now() + std::chrono::hours(8))}.year());
}

void MemoryCentre::setSchema(int version) {
  m_state->schema.edit(0) = version;
  commit(Written::other);
}

int MemoryCentre::schema() const {
  return m_state->schemaNow();
}

void MemoryCentre::revokeDesk(const std::string& desk) {
  m_desks.at(desk).state = DeskState::revoked;
}

void MemoryCentre::endSessions() {
  ++m_sessions;
}

void MemoryCentre::addStaff(const domain::Staff& staff, const std::vector<ScopeId>& scopes) {
  m_staff[staff.id] = {.role = staff.role};
  domain::WrittenOperation written;
  written.entity = "staff";
  written.entityId = domain::anyId(staff.id);
  written.id = m_ids.make<domain::OperationId>();
  written.at = m_clock.now();
  ToldOperation told{written, {}};
  domain::describeStaff(
      [&told](const char* field, const auto& member) { told.changes.push_back({field, {}, domain::toValue(member)}); }, staff);
  MemoryStanding standing(*m_state);
  MemoryMerge(*m_state, standing).make(told, told.key());
  for (const ScopeId scope : scopes) standing.join(told.key(), scope);
  standing.close();
  commit(Written::other);
}

void MemoryCentre::limitStaff(const domain::StaffId& staff, const std::set<std::string>& kinds) {
  m_staff.at(staff).rights = kinds;
}

void MemoryCentre::askForProof() {
  for (auto& [id, desk] : m_desks) desk.proven.emplace();
}

void MemoryCentre::prove(const std::string& desk, const domain::StaffId& staff) {
  m_desks.at(desk).proven->insert(staff);
}

void MemoryCentre::disableStaff(const domain::StaffId& staff) {
  m_staff.at(staff).isActive = false;
  const EntityKey key{"staff", domain::anyId(staff)};
  HeldEntity& entity = m_state->entities.edit(key);
  entity.fields.at("is_active").value = std::int64_t{0};
  ++entity.rev;
  MemoryStanding standing(*m_state);
  standing.change(key);
  standing.close();
  commit(Written::other);
}

void MemoryCentre::admit(const EntityKey& key, ScopeId scope) {
  MemoryStanding standing(*m_state);
  standing.join(key, scope);
  standing.close();
  commit(Written::other);
}

void MemoryCentre::withdraw(const EntityKey& key, ScopeId scope) {
  MemoryStanding standing(*m_state);
  standing.leave(key, scope);
  standing.close();
  commit(Written::other);
}

void MemoryCentre::forgetTombstones(ScopeId scope) {
  std::vector<Place> gone;
  for (const auto& [place, standing] : m_state->standings.rows())
    if (place.scope == scope && standing.isGone) gone.push_back(place);
  for (const Place& place : gone) {
    m_state->feed.erase({scope, m_state->standings.find(place)->pos});
    m_state->standings.erase(place);
  }
  ScopeRow& row = m_state->scopes.edit(scope);
  row.forgottenTo = row.pos;
  commit(Written::other);
}

std::unique_ptr<MemoryCentre::Line> MemoryCentre::line(const std::string& desk) {
  return std::make_unique<Line>(*this, desk);
}

}  // namespace ow::sync
