// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "sync/chunk_store.h"
#include "sync/contract_stage.h"
#include "testkit/a_paper.h"

using namespace ow;
using namespace ow::testkit;
using base::ErrorKind;
using domain::AttachmentId;
using Places = std::vector<std::size_t>;

namespace {

const domain::CaseId kCase{aUuid(1)};
const AttachmentId kPaper{aUuid(2)};
const AttachmentId kOther{aUuid(3)};
const std::string kContent = someBytes(150, 7);  // two chunks of 64 bytes and a shorter one

domain::WrittenOperation aCase(std::uint64_t n, domain::CaseId id = kCase) {
  return anOperation(n).create("case", domain::anyId(id), {{"title", "居住证"}, {"state", "received"}});
}

// What the desk would hold after bringing or getting everything.
void bring(sync::Centre& desk, AttachmentId id, const std::string& content) {
  const auto chunks = cutUp(content, 64);
  const Places missing = desk.chunks()->missingChunks(id).value();
  for (const std::size_t place : missing) REQUIRE(desk.chunks()->putChunk(id, place, chunks[place]));
}
std::string gotten(sync::Centre& desk, AttachmentId id, std::size_t count) {
  std::string content;
  for (std::size_t place = 0; place < count; ++place) content += desk.chunks()->getChunk(id, place).value().value_or("?");
  return content;
}

void mustBeHidden(sync::Centre& desk, AttachmentId id) {
  const base::Error hidden = base::fail(ErrorKind::notFound, {{"entity", "attachment"}});
  const auto missing = desk.chunks()->missingChunks(id);
  const auto put = desk.chunks()->putChunk(id, 0, cutUp(kContent, 64)[0]);
  const auto got = desk.chunks()->getChunk(id, 0);
  CHECK((!missing && missing.error() == hidden));
  CHECK((!put && put.error() == hidden));
  CHECK((!got && got.error() == hidden));
}

}  // namespace

TEST_CASE("What one desk brings of an attachment, every desk of the hall gets byte for byte", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  CHECK(stage.eastTwo().chunks()->missingChunks(kPaper).value() == Places{0, 1, 2});
  CHECK_FALSE(stage.eastTwo().chunks()->getChunk(kPaper, 0).value());
  bring(stage.eastOne(), kPaper, kContent);
  CHECK(stage.eastOne().chunks()->missingChunks(kPaper).value().empty());
  CHECK(gotten(stage.eastTwo(), kPaper, 3) == kContent);
  CHECK_FALSE(stage.eastTwo().chunks()->getChunk(kPaper, 3).value());
}

TEST_CASE("A chunk that comes again changes nothing, and what is missing is what did not come", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  const auto chunks = cutUp(kContent, 64);
  REQUIRE(stage.eastOne().chunks()->putChunk(kPaper, 1, chunks[1]));
  REQUIRE(stage.eastTwo().chunks()->putChunk(kPaper, 1, chunks[1]));
  CHECK(stage.eastOne().chunks()->missingChunks(kPaper).value() == Places{0, 2});
  CHECK(stage.centre().chunksKept() == 1);
}

TEST_CASE("Bytes that are not what the attachment names are not taken", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  const auto chunks = cutUp(kContent, 64);
  auto flipped = chunks[0];
  flipped[5] = char(flipped[5] ^ 1);
  const std::pair<std::size_t, std::string> wrong[] = {{0, flipped}, {0, chunks[1]}, {0, chunks[0] + "x"},
                                                       {0, ""},      {3, chunks[0]}, {0, someBytes(2'000'000, 1)}};
  for (const auto& [place, bytes] : wrong) {
    const auto put = stage.eastOne().chunks()->putChunk(kPaper, place, bytes);
    REQUIRE_FALSE(put);
    CHECK(put.error().kind == ErrorKind::invalidInput);
    CHECK(put.error().fact("rule") == "wrong_content");
  }
  CHECK(stage.centre().chunksKept() == 0);
}

TEST_CASE("Another hall's attachment cannot be told from one that does not exist", "[sync][contract][chunks][law7]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  bring(stage.eastOne(), kPaper, kContent);
  mustBeHidden(stage.westOne(), kPaper);
  mustBeHidden(stage.westOne(), {aUuid(99)});
}

TEST_CASE("What a hall has under one name need not be brought under another", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  const domain::CaseId second{aUuid(4)};
  const std::string longer = kContent.substr(0, 128) + someBytes(30, 8);
  stage.push(stage.eastOne(), {aCase(1), aCase(2, second), toldOf(3, aPaper(kPaper, kCase, kContent)),
                               toldOf(4, aPaper(kOther, second, longer))});
  bring(stage.eastOne(), kPaper, kContent);
  CHECK(stage.eastTwo().chunks()->missingChunks(kOther).value() == Places{2});
  bring(stage.eastTwo(), kOther, longer);
  CHECK(gotten(stage.eastOne(), kOther, 3) == longer);
  CHECK(stage.centre().chunksKept() == 4);
}

TEST_CASE("Nobody gets another hall's content by naming its hashes", "[sync][contract][chunks][law7]") {
  OW_EACH_ADAPTER(stage);
  const domain::CaseId theirs{aUuid(5)};
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  bring(stage.eastOne(), kPaper, kContent);
  stage.push(stage.westOne(), {aCase(3, theirs), toldOf(4, aPaper(kOther, theirs, kContent))});
  CHECK(stage.westOne().chunks()->missingChunks(kOther).value() == Places{0, 1, 2});
  CHECK_FALSE(stage.westOne().chunks()->getChunk(kOther, 0).value());
}

TEST_CASE("An attachment whose hashes cannot be read has no chunks", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  auto odd = aPaper(kPaper, kCase, kContent);
  odd.chunks[70] = 'X';
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, odd)});
  CHECK(stage.eastOne().chunks()->missingChunks(kPaper).value().empty());
  CHECK_FALSE(stage.eastOne().chunks()->putChunk(kPaper, 0, cutUp(kContent, 64)[0]));
  CHECK_FALSE(stage.eastOne().chunks()->getChunk(kPaper, 0).value());
}

TEST_CASE("With the last attachment that names it, a chunk goes", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(),
             {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent)), toldOf(3, aPaper(kOther, kCase, kContent))});
  bring(stage.eastOne(), kPaper, kContent);
  bring(stage.eastOne(), kOther, kContent);
  CHECK(stage.centre().chunksKept() == 3);
  stage.tell(stage.eastOne(), anOperation(4).erase("attachment", domain::anyId(kPaper)));
  mustBeHidden(stage.eastOne(), kPaper);
  CHECK(stage.centre().chunksKept() == 3);
  CHECK(gotten(stage.eastTwo(), kOther, 3) == kContent);
  stage.tell(stage.eastOne(), anOperation(5).erase("attachment", domain::anyId(kOther)));
  CHECK(stage.centre().chunksKept() == 0);
}

TEST_CASE("With its case, a content goes", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  bring(stage.eastOne(), kPaper, kContent);
  stage.tell(stage.eastOne(), anOperation(3).erase("case", domain::anyId(kCase)));
  mustBeHidden(stage.eastOne(), kPaper);
  CHECK(stage.centre().chunksKept() == 0);
}

TEST_CASE("A centre that went back to a backup says what it lacks", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  REQUIRE(stage.eastOne().chunks()->putChunk(kPaper, 0, cutUp(kContent, 64)[0]));
  stage.centre().backUp();
  bring(stage.eastOne(), kPaper, kContent);
  stage.centre().putBack();
  CHECK(stage.eastOne().chunks()->missingChunks(kPaper).value() == Places{1, 2});
  bring(stage.eastOne(), kPaper, kContent);
  CHECK(gotten(stage.eastTwo(), kPaper, 3) == kContent);
}

TEST_CASE("Whoever has no session reaches no content", "[sync][contract][chunks]") {
  OW_EACH_ADAPTER(stage);
  stage.push(stage.eastOne(), {aCase(1), toldOf(2, aPaper(kPaper, kCase, kContent))});
  stage.centre().endSessions();
  const auto got = stage.eastOne().chunks()->getChunk(kPaper, 0);
  REQUIRE_FALSE(got);
  CHECK(got.error().kind == ErrorKind::centreRefused);
  CHECK(got.error().fact("rule") == "session");
  REQUIRE(stage.eastOne().hello());
  CHECK(stage.eastOne().chunks()->missingChunks(kPaper).value().size() == 3);
}
