// SPDX-License-Identifier: GPL-3.0-or-later
#include "arriving.h"

#include "store/contents.h"
#include "store/maintenance.h"
#include "testkit/a_paper.h"

using namespace ow;
using namespace ow::testkit;
using base::ErrorKind;
using domain::Attachment;
using domain::AttachmentId;

namespace {

const AttachmentId kPaper{aUuid(50)};
const AttachmentId kOther{aUuid(51)};
const std::string kContent = someBytes(150, 7);

struct Papers {
  Papers() { caseId = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay})).id; }

  Attachment paper(AttachmentId id, const std::string& content) { return aPaper(id, caseId, content); }
  // As a desk does: chunks first, then the attachment with the rest of it.
  void add(const Attachment& paper, const std::string& content) {
    auto write = hall.store().write().value();
    REQUIRE(store::beginContent(write, paper.id, hall.clock.now()));
    const auto chunks = cutUp(content, paper.chunkSize);
    for (std::size_t place = 0; place < chunks.size(); ++place) REQUIRE(store::addChunk(write, paper.id, place, chunks[place]));
    base::IdSource ids(hall.clock, hall.random);
    domain::OperationWriter writer(ids, hall.clock.now(), {{}, "007", "case_work", {}});
    writer.create(paper);
    REQUIRE(write.apply(writer.take()));
    REQUIRE(store::finishContent(write, paper, hall.clock.now()));
    REQUIRE(write.commit());
  }
  void want(AttachmentId id) {
    auto write = hall.store().write().value();
    REQUIRE(store::wantContent(write, id, hall.clock.now()));
    REQUIRE(write.commit());
  }
  base::Result<void> take(const Attachment& paper, std::size_t place, const std::string& bytes) {
    auto write = hall.store().write().value();
    OW_TRYV(store::takeChunk(write, paper, place, bytes));
    return write.commit();
  }
  template <class Change>
  void write(Change change) {
    auto write = hall.store().write().value();
    REQUIRE(change(write));
    REQUIRE(write.commit());
  }
  base::Result<std::string> read(const Attachment& paper) {
    std::string content;
    OW_TRYV(store::readContent(hall.store(), paper, [&content](std::string_view bytes) -> base::Result<void> {
      content += bytes;
      return base::success();
    }));
    return content;
  }
  std::optional<store::Content> content(AttachmentId id) {
    auto reader = hall.store().read().value();
    return store::contentOf(reader.connection(), id).value();
  }
  std::optional<store::ContentJob> job() {
    auto reader = hall.store().read().value();
    return store::nextContentJob(reader.connection(), hall.clock.now()).value();
  }
  std::int64_t number(const char* sql) { return hall.store().read().value().connection().integer(sql).value(); }

  Hall hall;
  domain::CaseId caseId;
};

}  // namespace

TEST_CASE("what was added is read back byte for byte, and each chunk stands once", "[store][attachment]") {
  Papers p;
  const auto paper = p.paper(kPaper, kContent);
  p.add(paper, kContent);
  CHECK(p.read(paper).value() == kContent);
  p.add(p.paper(kOther, kContent + kContent.substr(0, 42)), kContent + kContent.substr(0, 42));
  // Two whole chunks are the same; only the third differs.
  CHECK(p.number("SELECT count(*) FROM chunk") == 4);
  CHECK(store::checkStore(p.hall.store()).value().empty());
}

TEST_CASE("a chunk goes with the last attachment that names it", "[store][attachment]") {
  Papers p;
  p.add(p.paper(kPaper, kContent), kContent);
  p.add(p.paper(kOther, kContent), kContent);
  p.write([](store::Write& w) { return store::dropContent(w, kPaper); });
  CHECK(p.number("SELECT count(*) FROM chunk") == 3);
  CHECK(p.read(p.paper(kOther, kContent)).value() == kContent);
  p.write([](store::Write& w) { return store::dropContent(w, kOther); });
  CHECK(p.number("SELECT count(*) FROM chunk") == 0);
  CHECK(p.number("SELECT count(*) FROM chunk_use") == 0);
}

TEST_CASE("what somebody wants arrives in any order and is whole with the last chunk", "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  const auto paper = p.paper(kPaper, kContent);
  arrive(p.hall, kHall, {rowOf(paper, 1)});
  CHECK_FALSE(p.content(kPaper));
  CHECK_FALSE(p.job());
  p.want(kPaper);
  REQUIRE(p.job());
  CHECK(p.job()->direction == store::Direction::down);
  const auto chunks = cutUp(kContent, 64);
  REQUIRE(p.take(paper, 2, chunks[2]));
  REQUIRE(p.take(paper, 0, chunks[0]));
  REQUIRE(p.take(paper, 0, chunks[0]));
  CHECK(p.content(kPaper)->state == store::ContentState::wanted);
  CHECK(p.content(kPaper)->chunksLeft == 1);
  CHECK(p.read(paper).error() == base::fail(ErrorKind::notFound, {{"entity", "content"}}));
  REQUIRE(p.take(paper, 1, chunks[1]));
  CHECK(p.content(kPaper)->state == store::ContentState::here);
  CHECK(p.read(paper).value() == kContent);
  CHECK_FALSE(p.job());
}

TEST_CASE("bytes that are not what the attachment names are not taken", "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  const auto paper = p.paper(kPaper, kContent);
  arrive(p.hall, kHall, {rowOf(paper, 1)});
  p.want(kPaper);
  const auto chunks = cutUp(kContent, 64);
  auto flipped = chunks[1];
  flipped[0] = char(flipped[0] ^ 1);
  for (const auto& [place, bytes] :
       {std::pair<std::size_t, std::string>{1, flipped}, {1, chunks[0]}, {1, ""}, {9, chunks[1]}}) {
    const auto taken = p.take(paper, place, bytes);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().fact("rule") == "wrong_content");
  }
  CHECK(p.number("SELECT count(*) FROM chunk") == 0);
}

TEST_CASE("what this desk has under another name need not be fetched", "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  p.add(p.paper(kPaper, kContent), kContent);
  arrive(p.hall, kHall, {rowOf(p.paper(kOther, kContent), 1)});
  p.want(kOther);
  CHECK(p.content(kOther)->state == store::ContentState::here);
  CHECK(p.read(p.paper(kOther, kContent)).value() == kContent);
}

TEST_CASE("a content goes up once the centre knows its attachment, and is done when the centre says so",
          "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  const auto paper = p.paper(kPaper, kContent);
  p.add(paper, kContent);
  CHECK_FALSE(p.job());  // its line of text comes first
  const auto row = rowOf(paper, 1);
  p.write([&](store::Write& w) -> base::Result<void> {
    OW_TRY(const auto waiting, store::nextOperations(w.connection(), p.hall.clock.now(), 100, 1 << 20));
    std::vector<domain::Settled> settled;
    for (const auto& op : waiting) {
      const bool isPaper = op.entity == "attachment";
      settled.push_back({op.id, domain::PushOutcome::applied, 1, isPaper ? row.digest : 1, {}});
    }
    OW_TRYV(store::settle(w, settled, {1, 5, p.hall.clock.now()}, kHall));
    return base::success();
  });
  REQUIRE(p.job());
  CHECK(p.job()->direction == store::Direction::up);
  p.write([](store::Write& w) { return store::noteUpload(w, kPaper, 2); });
  CHECK(p.content(kPaper)->chunksLeft == 2);
  // Not before two more marks of the centre were seen: it might forget the content and nothing that this desk has seen.
  for (std::uint64_t mark = 1; mark <= 3; ++mark) {
    REQUIRE(p.job());
    p.write([](store::Write& w) { return store::noteUpload(w, kPaper, 0); });
    CHECK_FALSE(p.job());
    CHECK(p.content(kPaper)->chunksLeft == 0);
    CHECK((p.content(kPaper)->upload == store::Upload::done) == (mark == 3));
    p.write([&](store::Write& w) { return store::putAnchor(w, {{aUuid(100 + mark), p.hall.clock.now()}, 1}); });
  }
  CHECK_FALSE(p.job());
  // A centre that has forgotten something is asked again.
  p.write([](store::Write& w) { return store::offerContentsAgain(w); });
  CHECK(p.content(kPaper)->upload == store::Upload::waiting);
  CHECK(p.content(kPaper)->chunksLeft == 3);
}

TEST_CASE("what a clerk waits for moves before what waits to be sent", "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  p.add(p.paper(kPaper, kContent), kContent);
  arrive(p.hall, kHall, {rowOf(p.paper(kPaper, kContent), 1)});
  p.write([](store::Write& w) { return w.connection().execute("UPDATE operation SET state = 'sent'"); });
  REQUIRE(p.job());
  CHECK(p.job()->direction == store::Direction::up);
  arrive(p.hall, kHall, {rowOf(p.paper(kOther, someBytes(70, 9)), 1)});
  p.want(kOther);
  CHECK(p.job()->direction == store::Direction::down);
  CHECK(p.job()->attachment.id == kOther);
}

TEST_CASE("trouble waits longer each time, an hour at most by any clock, and ends when somebody asks again",
          "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  arrive(p.hall, kHall, {rowOf(p.paper(kPaper, kContent), 1)});
  p.want(kPaper);
  std::vector<std::int64_t> pauses;
  for (int i = 0; i < 12; ++i) {
    p.write([&](store::Write& w) { return store::postponeContent(w, kPaper, "absent", p.hall.clock.now()); });
    CHECK_FALSE(p.job());
    const auto next = *p.content(kPaper)->nextAt;
    pauses.push_back(std::chrono::duration_cast<std::chrono::seconds>(next - p.hall.clock.now()).count());
    p.hall.clock.set(next);
    CHECK(p.job());
  }
  CHECK(pauses.front() == 10);
  CHECK(pauses[1] == 20);
  CHECK(pauses.back() == 3600);
  p.write([&](store::Write& w) { return store::postponeContent(w, kPaper, "absent", p.hall.clock.now()); });
  CHECK_FALSE(p.job());
  p.want(kPaper);
  CHECK(p.job());
  p.write([&](store::Write& w) { return store::postponeContent(w, kPaper, "absent", p.hall.clock.now()); });
  p.hall.clock.advance(std::chrono::hours(-24 * 300));
  CHECK(p.job());
}

TEST_CASE("what leaves this desk leaves with its content", "[store][attachment][law7]") {
  Papers p;
  subscribe(p.hall);
  const auto row = rowOf(p.paper(kPaper, kContent), 1);
  arrive(p.hall, kHall, {row});
  p.want(kPaper);
  const auto chunks = cutUp(kContent, 64);
  for (std::size_t place = 0; place < 3; ++place) REQUIRE(p.take(p.paper(kPaper, kContent), place, chunks[place]));
  REQUIRE(store::sweepContents(p.hall.store(), store::Unfinished::keep));
  CHECK(p.number("SELECT count(*) FROM chunk") == 3);
  arrive(p.hall, kHall, {goneRow(row)});
  REQUIRE(store::sweepContents(p.hall.store(), store::Unfinished::keep));
  CHECK(p.number("SELECT count(*) FROM chunk") == 0);
  CHECK(p.number("SELECT count(*) FROM attachment_content") == 0);
}

TEST_CASE("a file that was being read in when the program ended leaves nothing", "[store][attachment]") {
  Papers p;
  p.write([&](store::Write& w) -> base::Result<void> {
    OW_TRYV(store::beginContent(w, kPaper, p.hall.clock.now()));
    OW_TRYV(store::addChunk(w, kPaper, 0, kContent.substr(0, 64)));
    return base::success();
  });
  REQUIRE(store::sweepContents(p.hall.store(), store::Unfinished::keep));
  CHECK(p.number("SELECT count(*) FROM chunk") == 1);
  p.hall.restart();
  CHECK(p.number("SELECT count(*) FROM chunk") == 0);
}

TEST_CASE("room is made of what the centre has too, and of nothing else", "[store][attachment]") {
  Papers p;
  subscribe(p.hall);
  p.add(p.paper(kPaper, kContent), kContent);  // waits to be sent
  for (std::uint64_t n = 0; n < 3; ++n) {
    const auto content = someBytes(100, 20 + n);
    const auto paper = p.paper({aUuid(60 + n)}, content);
    arrive(p.hall, kHall, {rowOf(paper, 1)});
    p.hall.clock.advance(std::chrono::seconds(1));
    p.want(paper.id);
    const auto chunks = cutUp(content, 64);
    for (std::size_t place = 0; place < chunks.size(); ++place) REQUIRE(p.take(paper, place, chunks[place]));
  }
  p.hall.clock.advance(std::chrono::seconds(1));
  p.want({aUuid(60)});  // the first is looked at again
  p.write([&](store::Write& w) { return store::evictContents(w, 350, {}, p.hall.clock.now()); });
  CHECK(p.content({aUuid(60)}));
  CHECK_FALSE(p.content({aUuid(61)}));
  CHECK(p.content({aUuid(62)}));
  p.write([&](store::Write& w) { return store::evictContents(w, 0, {}, p.hall.clock.now()); });
  CHECK(p.content(kPaper));
  CHECK(p.number("SELECT count(*) FROM attachment_content") == 1);
  // What this desk has sent stays for a week: the centre may forget it.
  for (int i = 0; i < 3; ++i) p.write([](store::Write& w) { return store::noteUpload(w, kPaper, 0); });
  p.write([&](store::Write& w) { return store::evictContents(w, 0, {}, p.hall.clock.now()); });
  CHECK(p.content(kPaper));
  p.hall.clock.advance(std::chrono::hours(24 * 8));
  p.write([&](store::Write& w) { return store::evictContents(w, 0, {}, p.hall.clock.now()); });
  CHECK_FALSE(p.content(kPaper));
}

TEST_CASE("a backup has the contents of attachments in it", "[store][attachment][backup]") {
  Papers p;
  testkit::TempFolder elsewhere;
  const auto paper = p.paper(kPaper, kContent);
  p.add(paper, kContent);
  REQUIRE(store::backup(p.hall.store(), elsewhere / "copy.ow"));
  store::StoreKey key;
  std::copy(p.hall.store().key().bytes().begin(), p.hall.store().key().bytes().end(), key.bytes().begin());
  auto copy = store::Store::open(elsewhere / "copy.ow", std::move(key)).value();
  std::string content;
  REQUIRE(store::readContent(*copy, paper, [&content](std::string_view bytes) -> base::Result<void> {
    content += bytes;
    return base::success();
  }));
  CHECK(content == kContent);
}

TEST_CASE("what the check of a store says of contents", "[store][attachment]") {
  Papers p;
  p.add(p.paper(kPaper, kContent), kContent);
  CHECK(store::checkStore(p.hall.store()).value().empty());
  p.write([](store::Write& w) { return w.connection().execute("DELETE FROM chunk WHERE n = 1"); });
  auto problems = store::checkStore(p.hall.store()).value();
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().what == "content_with_holes");
  p.write([](store::Write& w) { return w.connection().execute("DELETE FROM chunk_use"); });
  problems = store::checkStore(p.hall.store()).value();
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().what == "chunk_of_nobody");
}
