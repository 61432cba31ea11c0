// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "admin/admin.h"

using namespace ow;
using test::admin;
using test::contentOf;

namespace {

// A folder with a store that `init` made and nothing else.
struct Office {
  testkit::TempFolder folder;
  std::string store = folder / "hall.ow";

  Office() { REQUIRE(admin({"--store", store, "init"}).code == 0); }
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
    CHECK(done.code == 1);
    CHECK((says(done.out, "\"duplicate\"") || says(done.out, "\"write_report\"")));
  }
  CHECK(contentOf(office.folder / "report.csv") == "somebody's letters");
  CHECK_FALSE(std::filesystem::exists(office.folder / "nothing"));
  CHECK(says(admin({"--store", office.store, "--json", "imports", "list"}).out, "\"imports\":[]"));
}

TEST_CASE("an init that is refused leaves nothing behind, and an init that is taken says where its key file is",
          "[admin][init]") {
  const testkit::TempFolder folder;
  const std::string store = folder / "hall.ow";
  for (const std::vector<std::string>& bad :
       {std::vector<std::string>{"--desk", "x7"}, {"--division", "11"}, {"--jurisdiction", "ATLANTIS"}}) {
    std::vector<std::string> words{"--store", store, "init"};
    words.insert(words.end(), bad.begin(), bad.end());
    const auto refused = admin(words);
    CHECK(refused.code == 1);
    CHECK_FALSE(says(refused.err, "key file was written"));
    CHECK(std::filesystem::is_empty(folder.path()));
  }
  const auto taken = admin({"--store", store, "init"});
  CHECK(taken.code == 0);
  CHECK(says(taken.err, "key file was written"));
  CHECK(contentOf(store + ".key").size() == 65);
}

TEST_CASE("a refused init leaves a key file that was there before as it was", "[admin][init]") {
  const testkit::TempFolder folder;
  const std::string mine = std::string(64, 'c') + "\n";
  std::ofstream(folder / "mine.key") << mine;
  CHECK(admin({"--store", folder / "hall.ow", "--key-file", folder / "mine.key", "init", "--desk", "x7"}).code == 1);
  CHECK(contentOf(folder / "mine.key") == mine);
}

TEST_CASE("a key file that init would not write is refused, to make a store and to open one", "[admin][init][keys]") {
  const testkit::TempFolder folder;
  const std::string store = folder / "hall.ow", key = folder / "a.key";
  for (const std::string& weak :
       {std::string("ab\n"), std::string(63, 'a'), std::string(64, 'x'), std::string("long enough words")}) {
    std::ofstream(key, std::ios::trunc) << weak;
    const auto refused = admin({"--store", store, "--key-file", key, "--json", "init"});
    CHECK(refused.code == 1);
    CHECK(says(refused.out, "key_file"));
    CHECK(contentOf(key) == weak);
    CHECK_FALSE(std::filesystem::exists(store));
  }
  std::ofstream(key, std::ios::trunc) << std::string(64, 'a') << "\r\n";  // as an editor of Windows leaves it
  CHECK(admin({"--store", store, "--key-file", key, "init"}).code == 0);
  std::ofstream(key, std::ios::trunc) << "ab\n";
  const auto refused = admin({"--store", store, "--key-file", key, "--json", "stats"});
  CHECK(refused.code == 1);
  CHECK(says(refused.out, "key_file"));
}

TEST_CASE("a missing key ring and one of another store are told apart from a missing and a damaged store", "[admin][keys]") {
  const Office office, other;
  const std::filesystem::path ring = office.store + ".keys";
  std::filesystem::rename(ring, office.folder / "aside");
  CHECK(says(admin({"--store", office.store, "--json", "stats"}).out, "keys_missing"));
  std::filesystem::copy_file(other.store + ".keys", ring);
  const auto foreign = admin({"--store", office.store, "--json", "check"});
  CHECK(says(foreign.out, "keys_foreign"));
  CHECK(says(foreign.err, "belongs to another store"));
  std::filesystem::remove(ring);
  std::filesystem::rename(office.folder / "aside", ring);
  CHECK(admin({"--store", office.store, "stats"}).code == 0);
}
