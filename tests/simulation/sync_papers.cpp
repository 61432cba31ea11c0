// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/digest.h"
#include "simulation/reading.h"
#include "simulation/sync_desk.h"
#include "store/contents.h"
#include "store/replica.h"
#include "store/schema.h"
#include "testkit/a_paper.h"

// Attachments in the world: their rows go like every other, their contents in a lane of their own.
namespace ow::test {

using domain::Attachment;

namespace {

constexpr std::int64_t kPiece = 64;

// What was handed in goes with its case.
std::vector<Attachment> papersWithCase(store::Store& store) {
  const auto cases = rowsIn<domain::Case>(store);
  auto papers = rowsIn<Attachment>(store);
  std::erase_if(papers, [&cases](const Attachment& paper) {
    return std::none_of(cases.begin(), cases.end(), [&paper](const auto& c) { return c.id == paper.caseId; });
  });
  return papers;
}

}  // namespace

// One of a few contents, so that the same comes under several names.
void SyncWorld::addPaper(Desk& desk) {
  const auto cases = rowsIn<domain::Case>(*desk.store);
  if (cases.empty()) return;
  const std::string content = testkit::someBytes(1 + 97 * m_dice.below(6), m_dice.below(4));
  auto writer = desk.writer(m_dice, "case_work");
  auto paper =
      testkit::aPaper(writer.ids().make<domain::AttachmentId>(), cases[m_dice.below(cases.size())].id, content, kPiece);
  paper.addedAt = desk.clock.now();
  writer.create(paper);
  auto operations = writer.take();
  const auto chunks = testkit::cutUp(content, kPiece);
  auto write = must(desk.store->write());
  must(store::beginContent(write, paper.id, desk.clock.now()));
  for (std::size_t place = 0; place < chunks.size(); ++place) must(store::addChunk(write, paper.id, place, chunks[place]));
  if (!write.apply(operations) || !store::finishContent(write, paper, desk.clock.now()) || !write.commit()) return;
  m_contents[paper.id] = content;
  m_hallOf.emplace(domain::anyId(paper.id), desk.hall);
  m_promises.push_back({std::move(operations.front()), desk.index});
  m_story += desk.name + " adds a paper of " + std::to_string(chunks.size()) + " chunks\n";
}

void SyncWorld::askForPaper(Desk& desk) {
  const auto papers = rowsIn<Attachment>(*desk.store);
  if (papers.empty()) return;
  auto write = must(desk.store->write());
  must(store::wantContent(write, papers[m_dice.below(papers.size())].id, desk.clock.now()));
  must(write.commit());
}

bool SyncWorld::carry(Desk& desk, int steps) {
  const auto before = desk.lane->report().sent + desk.lane->report().fetched;
  bool hasMoved = false;
  for (int i = 0; i < steps; ++i) {
    const auto step = desk.lane->step();
    if (!step) {
      m_story += desk.name + " carries: " + base::describe(step.error()) + "\n";
      if (step.error().kind == base::ErrorKind::internal) m_complaints.push_back(base::describe(step.error()));
      return true;
    }
    if (!step.value().hasMoved) break;
    hasMoved = true;
  }
  const auto moved = desk.lane->report().sent + desk.lane->report().fetched - before;
  if (moved > 0) m_story += desk.name + " carries " + std::to_string(moved) + " chunks\n";
  return hasMoved;
}

// Whoever asks has what was added, to the byte.
std::string SyncWorld::contents() {
  for (auto& desk : m_desks) {
    for (const Attachment& paper : papersWithCase(*desk->store)) {
      auto write = must(desk->store->write());
      must(store::wantContent(write, paper.id, desk->clock.now()));
      must(write.commit());
    }
  }
  if (!settle()) return "8: contents do not come to rest";
  for (auto& desk : m_desks) {
    for (const Attachment& paper : papersWithCase(*desk->store)) {
      std::string content;
      const auto read = store::readContent(*desk->store, paper, [&content](std::string_view bytes) -> base::Result<void> {
        content += bytes;
        return base::success();
      });
      if (!read) return "8: " + desk->name + " asked for a content and does not have it: " + base::describe(read.error());
      if (content != m_contents.at(paper.id)) return "8: " + desk->name + " has another content than was added";
    }
    auto reader = must(desk->store->read());
    const auto counts = must(store::contentCounts(reader.connection()));
    if (counts.filesUp + counts.filesDown > 0) return "8: " + desk->name + " still waits with contents";
  }
  return {};
}

// The centre keeps each chunk that an attachment of a hall names once there, and nothing else.
std::string SyncWorld::nothingLeftOver() {
  std::set<std::pair<int, std::string>> named;
  for (auto& desk : m_desks) {
    for (const Attachment& paper : papersWithCase(*desk->store))
      for (const base::Sha256& hash : must(domain::chunksOf(paper))) named.insert({desk->hall, base::hexOf(hash)});
  }
  m_centre.sweepChunks();
  if (m_centre.chunkCount() < named.size()) return "8: the centre lacks chunks that attachments name";
  return m_centre.chunkCount() == named.size() ? std::string() : "8: the centre keeps chunks that nobody names";
}

}  // namespace ow::test
