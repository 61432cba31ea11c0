// SPDX-License-Identifier: GPL-3.0-or-later
#include <QString>

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "desk/finding.h"
#include "journeys/other_process.h"
#include "testkit/hall.h"

using namespace ow;
using testkit::Hall;

namespace {

// Nobody is called that, and no other file holds these.
const std::vector<std::string> kMarkers{
    "欧阳麒麟骥 Zqxwvut",     "ZQ7741963XK", "13955772288", "琥珀胡同七十七号 Qzamber", "zqxmarker@zqxwvut.example",
    "她说 qzwhisper 在衣柜里"};

// The same characters as the window holds them in memory.
std::string utf16(const std::string& text) {
  std::string wide;
  for (const char16_t unit : QString::fromStdString(text).toStdU16String()) {
    wide += static_cast<char>(unit & 0xFF);
    wide += static_cast<char>(unit >> 8);
  }
  return wide;
}

// Pieces that would give somebody away, as bytes to look for: whole markers and their telling words.
std::vector<std::string> tracks() {
  std::vector<std::string> all = kMarkers;
  for (const char* word : {"麒麟骥", "Zqxwvut", "7741963", "955772288", "琥珀胡同", "zqxmarker", "qzwhisper"})
    all.emplace_back(word);
  const std::size_t plain = all.size();
  for (std::size_t i = 0; i < plain; ++i) all.push_back(utf16(all[i]));
  return all;
}

std::vector<std::string> filesWithTracks(const std::filesystem::path& folder) {
  std::vector<std::string> found;
  const auto wanted = tracks();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& track : wanted)
      if (content.find(track) != std::string::npos || entry.path().string().find(track) != std::string::npos)
        found.push_back(entry.path().filename().string() + ": " + track);
  }
  return found;
}

// Everything a program may write to goes into one folder: home, settings, cache, temporary files, what it prints.
class Surroundings {
 public:
  explicit Surroundings(const std::filesystem::path& folder) {
    for (const char* name : kNames) {
      const char* before = std::getenv(name);
      m_before.emplace_back(before == nullptr ? "" : before);
      ::setenv(name, folder.c_str(), 1);
    }
    m_out = ::dup(STDOUT_FILENO);
    m_error = ::dup(STDERR_FILENO);
    std::fflush(nullptr);
    REQUIRE(std::freopen((folder / "stdout").c_str(), "a", stdout) != nullptr);
    REQUIRE(std::freopen((folder / "stderr").c_str(), "a", stderr) != nullptr);
  }
  ~Surroundings() {
    std::fflush(nullptr);
    ::dup2(m_out, STDOUT_FILENO);
    ::dup2(m_error, STDERR_FILENO);
    ::close(m_out);
    ::close(m_error);
    for (std::size_t i = 0; i < kNames.size(); ++i)
      m_before[i].empty() ? ::unsetenv(kNames[i]) : ::setenv(kNames[i], m_before[i].c_str(), 1);
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;

 private:
  static constexpr std::array kNames{"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"};
  std::vector<std::string> m_before;
  int m_out, m_error;
};

int admin(const Hall& hall, const std::string& arguments) {
  const std::string line = std::string(OW_ADMIN) + " --store " + hall.storePath().string() + " --key-file " +
                           hall.storePath().string() + ".key " + arguments;
  return std::system(line.c_str());
}

}  // namespace

TEST_CASE("the search for tracks finds them, in both encodings", "[journey][spy]") {
  const testkit::TempFolder folder;
  std::ofstream(folder / "utf8") << "x" << kMarkers[1] << "x";
  std::ofstream(folder / "utf16") << "x" << utf16(kMarkers[0]) << "x";
  CHECK(filesWithTracks(folder.path()).size() >= 4);
}

TEST_CASE("after a whole visit no file of the program holds a name, number, phone, address or note in plain",
          "[journey][spy]") {
  const testkit::TempFolder folder;
  std::string said;
  std::vector<std::string> whileOpen, afterKill, afterAdmin;
  std::size_t stored = 0;
  int checked = -1, kept = -1, found = -1;
  {
    const Surroundings around(folder.path());
    Hall hall;  // its store lies in there as well
    hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
    std::ofstream(hall.storePath().string() + ".key") << std::string(64, 'a') << "\n";
    hall.close();
    std::vector<std::string> words{hall.storePath().string()};
    words.insert(words.end(), kMarkers.begin(), kMarkers.end());
    {
      journeys::OtherProcess office("works-a-visit", words);
      said = office.line().value_or("died");
      whileOpen = filesWithTracks(folder.path());
    }
    afterKill = filesWithTracks(folder.path());  // the write-ahead log lies open
    hall.restart();
    stored = desk::find(hall.desk(), kMarkers[2], 10).value().size();
    hall.close();
    checked = admin(hall, "check");
    kept = admin(hall, "backup " + (folder / "copy.ow").string());
    found = admin(hall, "search --json " + kMarkers[2]);
    afterAdmin = filesWithTracks(folder.path());
  }
  CHECK(said == "worked");
  CHECK(stored == 1);  // it was all written, only not for everybody to read
  CHECK(checked == 0);
  CHECK(kept == 0);
  CHECK(found == 0);  // and answered masked
  CHECK(whileOpen.empty());
  CHECK(afterKill.empty());
  CAPTURE(afterAdmin);
  CHECK(afterAdmin.empty());
}
