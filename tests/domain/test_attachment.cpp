// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "base/text_rules.h"
#include "domain/attachment.h"
#include "domain/media_type.h"
#include "testkit/a_paper.h"

using namespace ow;
using namespace std::string_view_literals;
using domain::mediaTypeOf;

TEST_CASE("what a file is, its first bytes say and not its name", "[domain][attachment]") {
  CHECK(mediaTypeOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv) == "image/png");
  CHECK(mediaTypeOf("\xff\xd8\xff\xe0\0\x10JFIF"sv) == "image/jpeg");
  CHECK(mediaTypeOf("%PDF-1.7\n") == "application/pdf");
  CHECK(mediaTypeOf("PK\x03\x04whatever"sv) == "application/zip");
  CHECK(mediaTypeOf("II*\0more"sv) == "image/tiff");
  CHECK(mediaTypeOf("\0\0\0\x18"
                    "ftypheic"sv) == "image/heic");
  CHECK(mediaTypeOf("申请书\r\n一、…") == "text/plain");
  // Programs and pictures made of text are text to look at, or nothing at all.
  CHECK(mediaTypeOf("<svg onload=\"alert(1)\">") == "text/plain");
  CHECK(mediaTypeOf("MZ\x90\0\x03"sv) == "application/octet-stream");
  CHECK(mediaTypeOf("\x7f"
                    "ELF"sv) == "application/octet-stream");
  CHECK(mediaTypeOf("caf\xe9 latin") == "application/octet-stream");
  CHECK(mediaTypeOf("") == "application/octet-stream");
  // A picture that goes on as something else is still only looked at as a picture.
  CHECK(mediaTypeOf("GIF89a/*\0*/=1;alert(1)"sv) == "image/gif");
}

TEST_CASE("a text that is cut in the middle of a character is a text", "[domain][attachment]") {
  CHECK(mediaTypeOf("中\xe4\xb8"sv) == "text/plain");
  CHECK(mediaTypeOf("中\xe4\xb8 "sv) == "application/octet-stream");
}

TEST_CASE("only pictures and plain text are ever shown here", "[domain][attachment]") {
  for (const char* type : {"image/png", "image/jpeg", "text/plain"}) CHECK(domain::canBeShown(type));
  for (const char* type : {"image/gif", "image/svg+xml", "image/tiff", "application/pdf", "text/html", "application/zip", ""})
    CHECK_FALSE(domain::canBeShown(type));
}

TEST_CASE("the hashes of an attachment make a content of its size, or it is none", "[domain][attachment]") {
  const domain::AttachmentId id{testkit::aUuid(1)};
  const std::string content = testkit::someBytes(150, 1);
  const auto sound = testkit::aPaper(id, {}, content);
  const auto hashes = domain::chunksOf(sound);
  REQUIRE(hashes);
  REQUIRE(hashes.value().size() == 3);
  CHECK(hashes.value()[1] == base::sha256(content.substr(64, 64)));
  CHECK(domain::sizeOfChunk(sound, 0) == 64);
  CHECK(domain::sizeOfChunk(sound, 2) == 22);

  std::vector<domain::Attachment> unsound(9, sound);
  unsound[0].size = 0;
  unsound[1].size = -5;
  unsound[2].size = 200;  // wants four
  unsound[3].chunkSize = 0;
  unsound[4].chunkSize = domain::kLargestChunk + 1;
  unsound[5].chunks.pop_back();
  unsound[6].chunks[3] = 'G';
  unsound[7].chunks += unsound[7].chunks;
  unsound[8].size = std::numeric_limits<std::int64_t>::max();
  for (const auto& paper : unsound) CHECK_FALSE(domain::chunksOf(paper));
}

TEST_CASE("the longest list of hashes fits into a row", "[domain][attachment]") {
  CHECK(domain::kMostChunks * 64 <= base::kNoteLimits.maxCodePoints);
  CHECK(domain::kLargestAttachment >= 50 * 1024 * 1024);
}
