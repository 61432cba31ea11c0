// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fstream>

#include "admin/admin.h"

using namespace ow;
using test::admin;
using testkit::Hall;

namespace {

// A hall whose front office is open, and the administrator's key file for it.
struct OpenOffice : Hall {
  testkit::TempFolder folder;

  OpenOffice() { std::ofstream(folder / "key") << std::string(64, 'a') << "\n"; }
  test::Ran ask(std::vector<std::string> words) const {
    words.insert(words.begin(), {"--store", storePath().string(), "--key-file", folder / "key", "--json"});
    return admin(words);
  }
  std::int64_t looks() { return store().read().value().connection().integer("SELECT count(*) FROM access_log").value(); }
};

bool says(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("the administrator sees a party's page while the front office works, and the look is in the log", "[admin][beside]") {
  OpenOffice office;
  const auto person = office.addPerson("张三丰", "11010519491231002X");
  const auto shown = office.ask({"show", "party", person.text()});
  CHECK(shown.code == 0);
  CHECK(says(shown.out, "张*丰"));
  CHECK_FALSE(says(shown.out, "19491231"));
  CHECK(office.looks() == 1);
  office.addPerson("李四");  // the office goes on
  CHECK(office.ask({"show", "party", person.text()}).code == 0);
  CHECK(office.looks() == 2);
}

TEST_CASE("the administrator checks a store while the front office works", "[admin][beside]") {
  OpenOffice office;
  for (int i = 0; i < 20; ++i) office.addPerson("张三" + std::to_string(i));
  const auto checked = office.ask({"check"});
  CHECK(checked.code == 0);
  CHECK(says(checked.out, "\"ok\":true"));
}

TEST_CASE("a check beside the front office finds a damaged page all the same", "[admin][beside][damage]") {
  OpenOffice office;
  for (int i = 0; i < 20; ++i) office.addPerson("张三" + std::to_string(i));
  REQUIRE(office.store().checkpoint());
  office.addPerson("李四");  // a log is pending again
  const auto size = std::filesystem::file_size(office.storePath());
  {
    std::fstream file(office.storePath(), std::ios::binary | std::ios::in | std::ios::out);
    for (std::uintmax_t at = 20 * 4096 + 1000; at < size; at += 4096) {
      file.seekp(std::streamoff(at));
      file.write("damage", 6);
    }
  }
  const auto checked = office.ask({"check"});
  CHECK(checked.code == 1);
  CHECK_FALSE(says(checked.out, "\"ok\":true"));
}

TEST_CASE("what writes is still refused while the front office has the store", "[admin][beside]") {
  OpenOffice office;
  const auto refused = office.ask({"demo", "--persons", "1", "--cases", "1"});
  CHECK(refused.code == 1);
  CHECK(says(refused.out, "store_in_use"));
}
