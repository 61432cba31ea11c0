// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "store/store.h"
#include "testkit/hall.h"

using namespace ow;

namespace {

// What the process writes to its standard error while this lives.
class StandardError {
 public:
  explicit StandardError(std::filesystem::path into) : m_path(std::move(into)) {
    std::fflush(stderr);
    m_before = ::dup(STDERR_FILENO);
    const int file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    REQUIRE(m_before >= 0);
    REQUIRE(file >= 0);
    ::dup2(file, STDERR_FILENO);
    ::close(file);
  }
  ~StandardError() { giveBack(); }
  StandardError(const StandardError&) = delete;
  StandardError& operator=(const StandardError&) = delete;

  std::string text() {
    giveBack();
    std::ifstream file(m_path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  void giveBack() {
    if (m_before < 0) return;
    std::fflush(stderr);
    ::dup2(m_before, STDERR_FILENO);
    ::close(std::exchange(m_before, -1));
  }
  std::filesystem::path m_path;
  int m_before = -1;
};

}  // namespace

// SQLCipher sets up its own log with the first key that a process gives, so this file has one test: ctest starts it afresh.
TEST_CASE("a store that does not open with the key says so to its caller, and nothing on the standard error",
          "[store][quiet]") {
  testkit::TempFolder folder;
  base::SeededRandom random{3};
  std::string noise(16384, '\0');
  random.fill({reinterpret_cast<std::uint8_t*>(noise.data()), noise.size()});
  std::ofstream(folder / "hall.ow", std::ios::binary) << noise;

  StandardError said(folder / "stderr");
  for (int i = 0; i < 2; ++i) {
    const auto opened = store::Store::open(folder / "hall.ow", store::StoreKey::make(random));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == base::ErrorKind::storeDamaged);
  }
  CHECK(said.text().empty());
}
