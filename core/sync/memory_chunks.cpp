// SPDX-License-Identifier: GPL-3.0-or-later
// Contents of attachments at the centre in memory: core/centre/sql/functions/90_attachments.sql, without SQL.
#include <algorithm>

#include "base/digest.h"
#include "domain/attachment.h"
#include "domain/entity.h"
#include "sync/memory_centre.h"
#include "sync/memory_judge.h"
#include "sync/memory_state.h"

namespace ow::sync {

using base::ErrorKind;
using base::Result;
using domain::AttachmentId;

namespace {

constexpr std::size_t kDigits = 64;

EntityKey keyOf(AttachmentId id) {
  return {std::string(base::code(domain::EntityKind::attachment)), domain::anyId(id)};
}

std::string textOf(const HeldEntity& entity, const std::string& field) {
  const auto found = entity.fields.find(field);
  const auto* text = found == entity.fields.end() ? nullptr : std::get_if<std::string>(&found->second.value);
  return text == nullptr ? std::string() : *text;
}

// None where the text is not what it should be.
std::vector<std::string> hashesOf(const std::string& chunks) {
  if (chunks.size() % kDigits != 0 || chunks.size() / kDigits > domain::kMostChunks) return {};
  std::vector<std::string> hashes;
  for (std::size_t at = 0; at < chunks.size(); at += kDigits) {
    hashes.push_back(chunks.substr(at, kDigits));
    if (!base::sha256OfHex(hashes.back())) return {};
  }
  return hashes;
}

// It stands somewhere, and so does its case as far as that is known.
bool isStanding(const MemoryState& state, AttachmentId id) {
  const HeldEntity* attachment = state.entities.find(keyOf(id));
  if (attachment == nullptr || attachment->isErased) return false;
  const auto& scopes = state.scopes.rows();
  if (std::none_of(scopes.begin(), scopes.end(), [&](const auto& row) { return state.stands(keyOf(id), row.first); }))
    return false;
  const auto caseId = domain::EntityId::parse(textOf(*attachment, "case_id"));
  const HeldEntity* held =
      caseId ? state.entities.find({std::string(base::code(domain::EntityKind::case_)), *caseId}) : nullptr;
  return held == nullptr || !held->isErased;
}

}  // namespace

Result<MemoryCentre::Line::SeenAttachment> MemoryCentre::Line::seenAttachment(AttachmentId id) const {
  OW_TRY(const DeskSeat* desk, seat());
  const MemoryState& state = *m_centre.m_state;
  const auto scope = std::find_if(desk->scopes.begin(), desk->scopes.end(),
                                  [&](ScopeId candidate) { return state.stands(keyOf(id), candidate); });
  if (scope == desk->scopes.end() || !isStanding(state, id)) return base::fail(ErrorKind::notFound, {{"entity", "attachment"}});
  return SeenAttachment{*scope, hashesOf(textOf(*state.entities.find(keyOf(id)), "chunks"))};
}

Result<std::vector<std::size_t>> MemoryCentre::Line::missingChunks(AttachmentId id) {
  OW_TRY(const auto seen, seenAttachment(id));
  MemoryState& state = *m_centre.m_state;
  std::vector<std::size_t> missing;
  for (std::size_t place = 0; place < seen.hashes.size(); ++place) {
    const ChunkName name{seen.scope, seen.hashes[place]};
    if (state.chunkUses.find({id, place}) != nullptr) continue;
    if (state.chunks.find(name) != nullptr)
      state.chunkUses.edit({id, place}) = name;
    else
      missing.push_back(place);
  }
  m_centre.sweepChunks();
  return missing;
}

Result<void> MemoryCentre::Line::putChunk(AttachmentId id, std::size_t place, std::string_view bytes) {
  OW_TRY(const auto seen, seenAttachment(id));
  if (place >= seen.hashes.size() || base::sha256Hex(bytes) != seen.hashes[place])
    return base::fail(ErrorKind::invalidInput, {{"field", "chunk"}, {"rule", "wrong_content"}});
  MemoryState& state = *m_centre.m_state;
  const ChunkName name{seen.scope, seen.hashes[place]};
  if (state.chunks.find(name) == nullptr) state.chunks.edit(name) = std::make_shared<const std::string>(bytes);
  if (state.chunkUses.find({id, place}) == nullptr) state.chunkUses.edit({id, place}) = name;
  m_centre.commit(Written::other);
  return base::success();
}

Result<std::optional<std::string>> MemoryCentre::Line::getChunk(AttachmentId id, std::size_t place) {
  OW_TRYV(seenAttachment(id));
  const ChunkName* name = m_centre.m_state->chunkUses.find({id, place});
  if (name == nullptr) return std::optional<std::string>();
  return std::optional(**m_centre.m_state->chunks.find(*name));
}

void MemoryCentre::sweepChunks() {
  std::vector<ChunkPlace> gone;
  std::set<ChunkName> named;
  for (const auto& [place, name] : m_state->chunkUses.rows()) {
    if (isStanding(*m_state, place.attachment))
      named.insert(name);
    else
      gone.push_back(place);
  }
  std::vector<ChunkName> unnamed;
  for (const auto& [name, bytes] : m_state->chunks.rows())
    if (!named.contains(name)) unnamed.push_back(name);
  for (const ChunkPlace& place : gone) m_state->chunkUses.erase(place);
  for (const ChunkName& name : unnamed) m_state->chunks.erase(name);
  commit(Written::other);
}

std::size_t MemoryCentre::chunkCount() const {
  return m_state->chunks.rows().size();
}

}  // namespace ow::sync
