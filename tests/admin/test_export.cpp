// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "admin/admin.h"

using namespace ow;
using namespace ow::test;

namespace {

struct FullHall : AdminHall {
  FullHall() {
    init();
    std::string more;
    for (int i = 200; i < 500; ++i)
      more += std::to_string(i) + ",03/02/2015 10:00:00 AM,Open,CE Collection,Public Works Department,=1+" + std::to_string(i) +
              "\n";
    REQUIRE(json({"import", "requests", write("many.csv", twoRequests(more))}).code == 0);
  }
  Ran exportTo(const std::string& name, const std::function<void()>& inChild = {}) const {
    return json({"export", "cases", "--to", path(name)}, inChild);
  }
};

}  // namespace

TEST_CASE("an export that cannot be written says why, and leaves nothing", "[admin][export]") {
  const FullHall hall;
  const auto noFolder = hall.exportTo("no/cases.csv");
  CHECK(noFolder.code == 1);
  CHECK(noFolder.errorKind() == "not_found");
  CHECK(noFolder.fact("entity") == "folder");
  CHECK(hall.exportTo("cases.pdf").errorKind() == "unsupported_format");
  for (const char* const name : {"cases.csv", "cases.json", "cases.xlsx"}) {
    CAPTURE(name);
    const auto tooSmall = hall.exportTo(name, [] {
      const rlimit little{40000, 40000};
      setrlimit(RLIMIT_FSIZE, &little);
    });
    CHECK(tooSmall.code == 1);
    CHECK(tooSmall.errorKind() == "too_large");
    CHECK(tooSmall.err.find("larger than this disk or account allows") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(hall.path(name)));
    CHECK_FALSE(std::filesystem::exists(hall.path(std::string(name) + ".making")));
  }
}

TEST_CASE("an export replaces nothing, not even a link that leads nowhere", "[admin][export]") {
  const FullHall hall;
  hall.write("old.csv", "old");
  CHECK(hall.exportTo("old.csv").errorKind() == "duplicate");
  CHECK(hall.read("old.csv") == "old");
  std::filesystem::create_symlink(hall.path("nowhere"), hall.path("link.csv"));
  CHECK(hall.exportTo("link.csv").errorKind() == "duplicate");
  CHECK(std::filesystem::is_symlink(hall.path("link.csv")));
  CHECK_FALSE(std::filesystem::exists(hall.path("nowhere")));
}

TEST_CASE("what a spreadsheet would run as a formula leaves as text", "[admin][export]") {
  const FullHall hall;
  REQUIRE(hall.exportTo("cases.csv").code == 0);
  const auto written = hall.read("cases.csv");
  CHECK(
      written.starts_with("\xef\xbb\xbf"
                          "id,number,external_no,"));
  CHECK(written.find(",'=1+200,") != std::string::npos);
  CHECK(written.find(",=1+") == std::string::npos);
}
