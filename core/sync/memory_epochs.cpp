// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the centre in memory: commits, their loss, epochs and anchors.
#include <algorithm>

#include "sync/memory_centre.h"
#include "sync/memory_judge.h"
#include "sync/memory_state.h"

namespace ow::sync {

namespace {

constexpr int kEpochShift = 40;
constexpr auto kAnchorEvery = std::chrono::seconds(30);

std::int64_t heightOf(const Heights& heights, ScopeId scope) {
  const auto found = heights.find(scope);
  return found == heights.end() ? 0 : found->second;
}

}  // namespace

void MemoryCentre::commit(Written what) {
  MemoryState& state = *m_state;
  m_commits.push_back({what == Written::push, state.written, state.scopes.commit(), state.entities.commit(),
                       state.standings.commit(), state.feed.commit(), state.descents.commit(), state.log.commit(),
                       state.epochs.commit(), state.anchors.commit(), state.looks.commit(), state.chunks.commit(),
                       state.chunkUses.commit(), state.numbers.commit(), state.schema.commit()});
  ++state.written;
}

void MemoryCentre::rollBack() {
  const MemoryCommit& last = m_commits.back();
  m_state->written = last.writtenBefore;
  m_state->scopes.rollBack(last.scopes);
  m_state->entities.rollBack(last.entities);
  m_state->standings.rollBack(last.standings);
  m_state->feed.rollBack(last.feed);
  m_state->descents.rollBack(last.descents);
  m_state->log.rollBack(last.log);
  m_state->epochs.rollBack(last.epochs);
  m_state->anchors.rollBack(last.anchors);
  m_state->looks.rollBack(last.looks);
  m_state->chunks.rollBack(last.chunks);
  m_state->chunkUses.rollBack(last.chunkUses);
  m_state->numbers.rollBack(last.numbers);
  m_state->schema.rollBack(last.schema);
  m_commits.pop_back();
}

MemoryCentre::Snapshot MemoryCentre::snapshot() const {
  return std::make_shared<const MemoryState>(*m_state);
}

void MemoryCentre::restore(const Snapshot& snapshot, Identity identity) {
  *m_state = *snapshot;
  m_commits.clear();
  if (identity == Identity::changed) openEpoch(m_state->epoch() + 1, heights());
}

void MemoryCentre::failover(std::size_t lostPushes) {
  const auto pushes = static_cast<std::size_t>(
      std::count_if(m_commits.begin(), m_commits.end(), [](const MemoryCommit& commit) { return commit.isPush; }));
  for (std::size_t lost = 0; lost < std::min(lostPushes, pushes);) {
    if (m_commits.back().isPush) ++lost;
    rollBack();
  }
  openEpoch(m_state->epoch() + 1, heights());
}

void MemoryCentre::openEpoch(std::int32_t epoch, const Heights& forks) {
  m_state->epochs.edit(epoch) = forks;
  for (const auto& [scope, height] : heights()) m_state->scopes.edit(scope).pos = std::int64_t{epoch} << kEpochShift;
  setAnchor();
}

Heights MemoryCentre::heights() const {
  Heights heights;
  for (const auto& [scope, row] : m_state->scopes.rows()) heights[scope] = row.pos;
  return heights;
}

void MemoryCentre::setAnchor() {
  const std::int64_t number = m_state->anchors.rows().empty() ? 1 : m_state->anchors.rows().rbegin()->first + 1;
  m_state->anchors.edit(number) = {{m_ids.next(), m_clock.now()}, m_state->epoch(), heights()};
  commit(Written::other);
}

void MemoryCentre::setAnchorWhenDue() {
  const auto& anchors = m_state->anchors.rows();
  if (anchors.empty() || anchors.rbegin()->second.anchor.at + kAnchorEvery <= m_clock.now()) setAnchor();
}

const AnchorRow* MemoryCentre::findAnchor(const base::Uuid& id) const {
  const auto& anchors = m_state->anchors.rows();
  const auto found =
      std::find_if(anchors.rbegin(), anchors.rend(), [&id](const auto& row) { return row.second.anchor.id == id; });
  return found == anchors.rend() ? nullptr : &found->second;
}

std::int64_t MemoryCentre::agreedTo(const Cursor& cursor) const {
  if (cursor.epoch > m_state->epoch()) return 0;  // of a history that is not known here at all: disagree() comes first
  std::int64_t agreed = std::min(cursor.pos, heightOf(heights(), cursor.scope));
  for (const auto& [epoch, forks] : m_state->epochs.rows())
    if (epoch > cursor.epoch) agreed = std::min(agreed, heightOf(forks, cursor.scope));
  return agreed;
}

// An epoch is opened where the histories parted, with a number that neither of them has used; once, however many desks tell.
void MemoryCentre::heal(std::span<const base::Uuid> anchors, std::int32_t shownEpoch) {
  const AnchorRow* common = nullptr;
  for (const base::Uuid& id : anchors)
    if (common == nullptr) common = findAnchor(id);
  if (common != nullptr && common->anchor.id == anchors.front()) return;
  const Heights forks = common == nullptr ? Heights{} : common->heads;
  const std::int32_t after = std::max(shownEpoch, common == nullptr ? 0 : common->epoch);
  if (!hasParted(forks, after)) openEpoch(std::max(m_state->epoch(), shownEpoch) + 1, forks);
}

bool MemoryCentre::hasParted(const Heights& heights, std::int32_t after) const {
  const auto isBelow = [&heights](const auto& fork) { return fork.second <= heightOf(heights, fork.first); };
  const auto& epochs = m_state->epochs.rows();
  return std::any_of(epochs.upper_bound(after), epochs.end(),
                     [&](const auto& epoch) { return std::all_of(epoch.second.begin(), epoch.second.end(), isBelow); });
}

}  // namespace ow::sync
