// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;

namespace {

std::string ruleOf(const Ran& ran) {
  CHECK(ran.code == 1);
  CHECK(ran.errorKind() == "invalid_input");
  return ran.fact("field") + " " + ran.fact("rule");
}

}  // namespace

TEST_CASE("a hall stands in a division that exists, at a desk that can be one", "[admin][init]") {
  const AdminHall hall;
  for (const char* const division : {"999999", "000000", "110100", "123456"}) {
    CAPTURE(division);
    CHECK(ruleOf(hall.json({"init", "--division", division})) == "division unknown_division");
  }
  CHECK(ruleOf(hall.json({"init", "--division", "11010"})) == "division six_digits");
  CHECK(ruleOf(hall.json({"init", "--desk", "1"})) == "desk three_of_0-9A-Z");
  CHECK(ruleOf(hall.json({"init", "--hall", "a\nb"})) == "hall control");
  CHECK(ruleOf(hall.json({"init", "--jurisdiction", "XX"})) == "jurisdiction unknown_jurisdiction");
  // Nothing was made, not even a key.
  CHECK_FALSE(std::filesystem::exists(hall.path("hall.ow")));
  CHECK_FALSE(std::filesystem::exists(hall.path("hall.ow.key")));
  CHECK(hall.json({"init", "--division", "440309", "--desk", "IM0"}).code == 0);
}

TEST_CASE("a clerk has a login that can be typed and a name that can be shown", "[admin][init]") {
  const AdminHall hall;
  const auto secret = hall.write("passphrase", "correct horse 2026\n");
  const auto clerk = [&](const std::string& login, const std::string& name) {
    return ruleOf(hall.json({"init", "--clerk", login, "--name", name, "--passphrase-file", secret}));
  };
  for (const char* const login : {"wang min", "王敏", ".wang", "a/b", "a\tb", "a'b"}) {
    CAPTURE(login);
    CHECK(clerk(login, "王敏") == "login letters_digits_._-@");
  }
  CHECK(clerk(std::string(33, 'a'), "王敏") == "login 1_to_32_characters");
  CHECK(clerk("none", "王敏") == "login reserved");
  CHECK(clerk("wang", "王\x01敏") == "name control");
  CHECK(clerk("wang", "\xff") == "name utf8");
  CHECK(clerk("wang", std::string(300, 'x')) == "name too_long");
  CHECK_FALSE(std::filesystem::exists(hall.path("hall.ow.key")));
  CHECK(hall.json({"init", "--clerk", "wang.min", "--name", "  王敏 ", "--passphrase-file", secret}).code == 0);
  const auto sameInCapitals = hall.json({"clerk", "--clerk", "Wang.Min", "--passphrase-file", secret});
  CHECK(sameInCapitals.code == 1);
  CHECK(sameInCapitals.errorKind() == "duplicate");
}

TEST_CASE("a passphrase file holds one line that can be typed", "[admin][init]") {
  const AdminHall hall;
  const auto with = [&](const std::string& content) {
    return hall.json({"init", "--clerk", "wang", "--passphrase-file", hall.write("passphrase", content)});
  };
  CHECK(ruleOf(with("")) == "passphrase_file required");
  CHECK(ruleOf(with("\n")) == "passphrase_file required");
  CHECK(ruleOf(with("short\n")) == "passphrase passphrase_weak");
  CHECK(ruleOf(with("aaaaaaaaaaaa\n")) == "passphrase passphrase_weak");
  CHECK(ruleOf(with("correct horse\n2026\n")) == "passphrase_file one_line");
  CHECK(ruleOf(with("correct horse 2026\n\n")) == "passphrase_file one_line");
  CHECK(ruleOf(with("correct horse 2026 \n")) == "passphrase_file outer_blanks");
  CHECK(ruleOf(with(std::string("correct\0horse", 13))) == "passphrase_file control");
  CHECK(ruleOf(with("correct\xffhorse")) == "passphrase_file utf8");
  const auto missing = hall.json({"init", "--clerk", "wang", "--passphrase-file", hall.path("nothing")});
  CHECK(missing.errorKind() == "not_found");
  CHECK(missing.fact("entity") == "passphrase_file");
  CHECK(ruleOf(hall.json({"init", "--clerk", "wang"})) == "passphrase-file required");
  const auto made = with("correct horse 2026\r\n");
  CHECK(made.code == 0);
  CHECK(made.err.find("Warning") == std::string::npos);
}

TEST_CASE("a secret that others can read is warned of", "[admin][init]") {
  const AdminHall hall;
  const auto secret = hall.write("passphrase", "correct horse 2026\n");
  REQUIRE(::chmod(secret.c_str(), 0644) == 0);
  const auto made = hall.json({"init", "--clerk", "wang", "--passphrase-file", secret});
  CHECK(made.code == 0);
  CHECK(made.err.find("others on this machine can read " + secret) != std::string::npos);
  REQUIRE(::chmod(hall.path("hall.ow.key").c_str(), 0640) == 0);
  CHECK(hall.json({"stats"}).err.find("can read " + hall.path("hall.ow.key")) != std::string::npos);
}
