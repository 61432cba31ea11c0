// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <map>

#include "store/replica.h"
#include "store/schema.h"
#include "sync/attachment_lane.h"
#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/a_paper.h"
#include "testkit/faulty_line.h"
#include "testkit/hall.h"

using namespace ow;
using namespace ow::testkit;
using base::ErrorKind;
using domain::Attachment;
using domain::AttachmentId;

namespace {

// Counts what reaches the centre, and lies where a test says so.
class Watched final : public sync::ChunkStore {
 public:
  explicit Watched(sync::ChunkStore& chunks) : m_chunks(chunks) {}
  base::Result<std::vector<std::size_t>> missingChunks(AttachmentId id) override {
    ++asked;
    return m_chunks.missingChunks(id);
  }
  base::Result<void> putChunk(AttachmentId id, std::size_t place, std::string_view bytes) override {
    if (isCut) return base::fail(ErrorKind::centreAway);
    ++put[place];
    return isForgetful ? base::Result<void>(base::success()) : m_chunks.putChunk(id, place, bytes);
  }
  base::Result<std::optional<std::string>> getChunk(AttachmentId id, std::size_t place) override {
    if (isCut) return base::fail(ErrorKind::centreAway);
    ++got[place];
    auto bytes = m_chunks.getChunk(id, place);
    if (isLying && bytes && bytes.value()) bytes.value()->front() = char(bytes.value()->front() ^ 1);
    return bytes;
  }

  bool isCut = false, isLying = false, isForgetful = false;
  int asked = 0;
  std::map<std::size_t, int> put, got;

 private:
  sync::ChunkStore& m_chunks;
};

store::StoreKey key() {
  store::StoreKey made;
  std::fill(made.bytes().begin(), made.bytes().end(), std::uint8_t{3});
  return made;
}

// A desk of a hall, whose program can be ended and started again at any moment.
struct Seat {
  Seat(sync::MemoryCentre& theCentre, sync::ScopeId hall, base::ManualClock& theClock, const std::filesystem::path& where)
      : clock(theClock), path(where), line(theCentre.line(theCentre.addDesk({hall}))), chunks(*line) {
    REQUIRE(store::Store::create(path, key()));
    start();
  }
  void start() {
    lane.reset();
    store.reset();
    store = store::Store::open(path, key()).value();
    lane = std::make_unique<sync::AttachmentLane>(*store, chunks, clock);
  }
  void syncText() { REQUIRE(sync::Synchroniser(*store, *line, clock).round()); }
  // Until nothing moves; how many steps moved something.
  int run() {
    for (int steps = 0;; ++steps) {
      const auto step = lane->step();
      REQUIRE(step);
      if (!step.value().hasMoved) return steps;
    }
  }
  bool stepMoves() { return lane->step().value().hasMoved; }
  void add(const Attachment& paper, const std::string& content) {
    auto write = store->write().value();
    REQUIRE(store::beginContent(write, paper.id, clock.now()));
    const auto pieces = cutUp(content, paper.chunkSize);
    for (std::size_t place = 0; place < pieces.size(); ++place) REQUIRE(store::addChunk(write, paper.id, place, pieces[place]));
    base::SeededRandom dice(1);
    base::IdSource ids(clock, dice);
    domain::OperationWriter writer(ids, clock.now(), {{}, "001", "case_work", {}});
    writer.create(paper);
    REQUIRE(write.apply(writer.take()));
    REQUIRE(store::finishContent(write, paper, clock.now()));
    REQUIRE(write.commit());
  }
  void openCase(domain::CaseId id) {
    base::SeededRandom dice(2);
    base::IdSource ids(clock, dice);
    domain::OperationWriter writer(ids, clock.now(), {{}, "001", "intake", {}});
    domain::Case made;
    made.id = id;
    made.number = "1101012026030200100001";
    made.title = "居住证";
    made.hall = "东城";
    made.jurisdiction = "CN";
    made.openedAt = made.lastEventAt = clock.now();
    writer.create(made);
    REQUIRE(store->commit(writer.take()));
  }
  void want(AttachmentId id) {
    auto write = store->write().value();
    REQUIRE(store::wantContent(write, id, clock.now()));
    REQUIRE(write.commit());
  }
  base::Result<std::string> read(const Attachment& paper) {
    std::string content;
    OW_TRYV(store::readContent(*store, paper, [&content](std::string_view bytes) -> base::Result<void> {
      content += bytes;
      return base::success();
    }));
    return content;
  }
  std::string reason(AttachmentId id) {
    auto reader = store->read().value();
    return store::contentOf(reader.connection(), id).value()->reason;
  }
  store::ContentCounts counts() {
    auto reader = store->read().value();
    return store::contentCounts(reader.connection()).value();
  }

  base::ManualClock& clock;
  std::filesystem::path path;
  std::unique_ptr<sync::MemoryCentre::Line> line;
  Watched chunks;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<sync::AttachmentLane> lane;
};

struct TwoDesks {
  // Both know of the attachment, and only the first has what is in it.
  explicit TwoDesks(std::size_t size = 1000) : content(someBytes(size, 5)), paper(aPaper({aUuid(9)}, {aUuid(8)}, content)) {
    one.syncText();
    two.syncText();
    one.openCase(paper.caseId);
    one.add(paper, content);
    one.syncText();
    two.syncText();
  }
  int pieces() const { return int(cutUp(content, paper.chunkSize).size()); }

  TempFolder folder;
  base::ManualClock clock{base::fromMillis(1772415000000)};
  base::SeededRandom dice{3};
  sync::MemoryCentre centre{clock, dice};
  sync::ScopeId hall = centre.addHall("110101-1", "东城");
  Seat one{centre, hall, clock, folder / "one.ow"};
  Seat two{centre, hall, clock, folder / "two.ow"};
  std::string content;
  Attachment paper;
};

void mustBeOnceEach(const std::map<std::size_t, int>& counts, int pieces) {
  CHECK(int(counts.size()) == pieces);
  for (const auto& [place, times] : counts) {
    INFO("place " << place);
    CHECK(times == 1);
  }
}

}  // namespace

TEST_CASE("a content goes from one desk to the other, each chunk once", "[sync][attachment]") {
  TwoDesks d;
  CHECK(d.one.counts().chunksUp == d.pieces());
  d.one.run();
  CHECK(d.one.counts().filesUp == 0);
  CHECK(d.two.run() == 0);  // nothing comes that nobody asked for
  d.two.want(d.paper.id);
  CHECK(d.two.counts().chunksDown == d.pieces());
  d.two.run();
  CHECK(d.two.counts().filesDown == 0);
  CHECK(d.two.read(d.paper).value() == d.content);
  mustBeOnceEach(d.one.chunks.put, d.pieces());
  mustBeOnceEach(d.two.chunks.got, d.pieces());
  CHECK(d.two.chunks.asked == 0);
}

TEST_CASE("a program that ends at any chunk goes on there, and nothing moves twice", "[sync][attachment]") {
  TwoDesks d;
  while (d.one.stepMoves()) d.one.start();
  d.two.want(d.paper.id);
  while (d.two.stepMoves()) d.two.start();
  CHECK(d.two.read(d.paper).value() == d.content);
  mustBeOnceEach(d.one.chunks.put, d.pieces());
  mustBeOnceEach(d.two.chunks.got, d.pieces());
}

TEST_CASE("an upload that is cut at its last chunk a hundred times ends where it should", "[sync][attachment]") {
  TwoDesks d;
  while (d.one.counts().chunksUp > 1) REQUIRE(d.one.stepMoves());
  d.one.chunks.isCut = true;
  for (int i = 0; i < 100; ++i) {
    const auto step = d.one.lane->step();
    // It asks what is missing, or is cut off.
    CHECK((step || step.error().kind == ErrorKind::centreAway));
    if (i % 3 == 0) d.one.start();
  }
  CHECK(d.one.counts().chunksUp == 1);
  d.one.chunks.isCut = false;
  d.one.run();
  mustBeOnceEach(d.one.chunks.put, d.pieces());
  d.two.want(d.paper.id);
  d.two.run();
  CHECK(d.two.read(d.paper).value() == d.content);
}

TEST_CASE("a line or a centre that delivers other bytes is refused, put off and asked again", "[sync][attachment]") {
  TwoDesks d;
  d.one.run();
  d.two.want(d.paper.id);
  d.two.chunks.isLying = true;
  CHECK(d.two.run() == 1);
  CHECK(d.two.lane->report().refused == 1);
  CHECK(d.two.reason(d.paper.id) == "wrong_content");
  CHECK(d.two.counts().troubled == 1);
  CHECK(d.two.counts().chunksDown == d.pieces());
  d.two.chunks.isLying = false;
  CHECK(d.two.run() == 0);  // not before its time
  d.clock.advance(std::chrono::seconds(10));
  d.two.run();
  CHECK(d.two.read(d.paper).value() == d.content);
}

TEST_CASE("a content that nobody has brought yet is waited for", "[sync][attachment]") {
  TwoDesks d;
  d.two.want(d.paper.id);
  d.two.run();
  CHECK(d.two.reason(d.paper.id) == "absent");
  d.one.run();
  d.clock.advance(std::chrono::seconds(10));
  d.two.run();
  CHECK(d.two.read(d.paper).value() == d.content);
}

TEST_CASE("a centre that takes chunks and does not keep them is not believed", "[sync][attachment]") {
  TwoDesks d;
  d.one.chunks.isForgetful = true;
  d.one.run();
  CHECK(d.one.reason(d.paper.id) == "not_kept");
  CHECK(d.one.counts().filesUp == 1);
  d.one.chunks.isForgetful = false;
  d.clock.advance(std::chrono::seconds(10));
  d.one.run();
  CHECK(d.one.counts().filesUp == 0);
  CHECK(d.centre.chunkCount() == std::size_t(d.pieces()));
}

TEST_CASE("a centre that went back unnoticed before two of its marks is asked once more", "[sync][attachment]") {
  TwoDesks d;
  const auto before = d.centre.snapshot();
  d.one.run();
  CHECK(d.centre.chunkCount() > 0);
  d.centre.restore(before, sync::MemoryCentre::Identity::kept);
  CHECK(d.centre.chunkCount() == 0);
  for (int mark = 0; mark < 3; ++mark) {
    d.clock.advance(std::chrono::minutes(1));
    d.one.syncText();
    d.one.run();
  }
  CHECK(d.centre.chunkCount() == std::size_t(d.pieces()));
  // Later, a centre that goes back shows it by its marks, and what is here is offered again.
  d.centre.restore(before, sync::MemoryCentre::Identity::kept);
  d.one.syncText();
  d.one.run();
  CHECK(d.centre.chunkCount() == std::size_t(d.pieces()));
}

TEST_CASE("a desk that has only fetched a content brings it back when the centre has lost it", "[sync][attachment]") {
  TwoDesks d;
  const auto before = d.centre.snapshot();
  d.one.run();
  d.two.want(d.paper.id);
  d.two.run();
  d.centre.restore(before, sync::MemoryCentre::Identity::changed);
  d.two.syncText();
  d.two.run();
  CHECK(d.centre.chunkCount() == std::size_t(d.pieces()));
}

TEST_CASE("the budget holds what moves to so many bytes a second", "[sync][attachment]") {
  TwoDesks d(6400);
  d.one.lane->setBudget(640);
  const base::Instant begun = d.clock.now();
  for (;;) {
    const auto step = d.one.lane->step().value();
    if (step.hasMoved) continue;
    if (step.waits != sync::AttachmentLane::Waits::forBudget) break;
    d.clock.set(*step.nextAt);
  }
  CHECK(d.one.counts().filesUp == 0);
  const auto took = d.clock.now() - begun;
  CHECK(took >= std::chrono::seconds(8));
  CHECK(took <= std::chrono::seconds(10));
}

TEST_CASE("a content whose attachment the centre lost meanwhile waits and loses nothing", "[sync][attachment]") {
  TwoDesks d;
  d.centre.withdraw({"attachment", domain::anyId(d.paper.id)}, d.hall);
  d.one.run();
  CHECK(d.one.reason(d.paper.id) == "unknown");
  CHECK(d.one.read(d.paper).value() == d.content);
}

TEST_CASE("errors of the line change nothing", "[sync][attachment]") {
  TwoDesks d;
  d.centre.endSessions();
  const auto step = d.one.lane->step();
  REQUIRE_FALSE(step);
  CHECK(step.error().fact("rule") == "session");
  CHECK(d.one.counts().troubled == 0);
  d.one.syncText();
  d.one.run();
  CHECK(d.one.counts().filesUp == 0);
}
