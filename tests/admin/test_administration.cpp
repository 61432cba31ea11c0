// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "admin/command_line.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::admin;
using testkit::contentOf;

namespace {

// A folder with a store that `init` made and nothing else.
struct Office {
  testkit::TempFolder folder;
  std::string store = folder / "hall.ow";

  Office() { REQUIRE(admin({"--store", store, "init"}).exitCode == 0); }
  void write(const std::string& name, const std::string& content) const { std::ofstream(folder / name) << content; }
};

bool says(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("the report of an import replaces no file that is there, and is refused before anything is taken in",
          "[admin][import]") {
  const Office office;
  office.write("requests.csv", "id\n1\n");
  office.write("report.csv", "somebody's letters");
  std::filesystem::create_symlink(office.folder / "nothing", office.folder / "link.csv");
  for (const char* report : {"report.csv", "link.csv", "no-such-folder/report.csv"}) {
    INFO(report);
    const auto done = admin({"--store", office.store, "--json", "import", "requests", office.folder / "requests.csv",
                             "--report", office.folder / report});
    CHECK(done.exitCode == 1);
    CHECK((says(done.out, "\"duplicate\"") || says(done.out, "\"write_report\"")));
  }
  CHECK(contentOf(office.folder / "report.csv") == "somebody's letters");
  CHECK_FALSE(std::filesystem::exists(office.folder / "nothing"));
  CHECK(says(admin({"--store", office.store, "--json", "imports", "list"}).out, "\"imports\":[]"));
}
