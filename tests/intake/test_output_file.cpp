// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>

#include "intake/intake_files.h"
#include "intake/output_file.h"

using namespace ow;
using namespace ow::test;
using base::ErrorKind;
using intake::Existing;
using intake::OutputFile;

namespace {

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::size_t filesIn(const std::filesystem::path& folder) {
  return std::size_t(std::distance(std::filesystem::directory_iterator(folder), {}));
}

// In a process of its own, whose rights and limits may be taken away.
bool holdsElsewhere(const std::function<bool()>& claim) {
  const pid_t child = fork();
  if (child == 0) _exit(claim() ? 0 : 1);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("a file gets its name only when it is whole", "[intake][output]") {
  IntakeFiles files;
  const auto path = files.path("out.csv");
  {
    const auto given_up = OutputFile::create(path, Existing::refuse);
    REQUIRE(given_up);
    given_up.value()->write("half");
    CHECK_FALSE(std::filesystem::exists(path));
  }
  CHECK(filesIn(path.parent_path()) == 0);
  const auto file = OutputFile::create(path, Existing::refuse);
  REQUIRE(file);
  for (int i = 0; i < 20'000; ++i) file.value()->write("a line of text\n");
  REQUIRE(file.value()->close());
  REQUIRE(file.value()->publish());
  CHECK(contentOf(path).size() == 20'000 * 15);
  CHECK(filesIn(path.parent_path()) == 1);
  struct stat status{};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("what bears the name already is refused or replaced as asked, and a link is never followed", "[intake][output]") {
  IntakeFiles files;
  const auto taken = files.write("taken", "old");
  const auto kept = files.write("kept", "kept");
  CHECK(OutputFile::create(taken, Existing::refuse).error().kind == ErrorKind::duplicate);
  for (const auto& target : {files.path("nowhere"), kept}) {
    const auto link = files.path("link");
    std::filesystem::remove(link);
    std::filesystem::create_symlink(target, link);
    CHECK(OutputFile::create(link, Existing::refuse).error().kind == ErrorKind::duplicate);
    std::filesystem::remove(files.path("new.making"));
    std::filesystem::create_symlink(target, files.path("new.making"));
    const auto file = OutputFile::create(files.path("new"), Existing::replace);
    REQUIRE(file);
    file.value()->write("new");
    REQUIRE(file.value()->close());
    REQUIRE(file.value()->publish());
    CHECK(contentOf(files.path("new")) == "new");
  }
  CHECK_FALSE(std::filesystem::exists(files.path("nowhere")));
  CHECK(contentOf(kept) == "kept");

  const auto late = OutputFile::create(files.path("late"), Existing::refuse);
  REQUIRE(late);
  files.write("late", "somebody was faster");
  REQUIRE(late.value()->close());
  CHECK(late.value()->publish().error().kind == ErrorKind::duplicate);
  CHECK(contentOf(files.path("late")) == "somebody was faster");
}

TEST_CASE("why a file cannot be made is told by its true reason", "[intake][output]") {
  IntakeFiles files;
  const auto create = [&](const std::string& name) { return OutputFile::create(files.path(name), Existing::refuse); };
  CHECK(create("no/folder.csv").error().fact("entity") == "folder");
  files.write("file", "x");
  CHECK(create("file/in-a-file.csv").error().fact("entity") == "folder");
  CHECK(create(std::string(300, 'x')).error().fact("rule") == "name_too_long");

  CHECK(intake::outputError(ENOSPC, "write").kind == ErrorKind::diskFull);
  CHECK(intake::outputError(EDQUOT, "write").kind == ErrorKind::diskFull);
  CHECK(intake::outputError(EROFS, "create").fact("rule") == "read_only_disk");
  const auto failing = intake::outputError(EIO, "write");
  CHECK(failing.kind == ErrorKind::ioFailure);
  CHECK(failing.fact("operation") == "write");
  CHECK(failing.fact("errno") == std::to_string(EIO));
}

TEST_CASE("a folder that may not be written to and an account's limit are told apart from a full disk", "[intake][output]") {
  IntakeFiles files;
  std::filesystem::create_directory(files.path("closed"));
  REQUIRE(::chmod(files.path("closed").c_str(), 0555) == 0);
  REQUIRE(::chmod(files.path("").parent_path().c_str(), 0755) == 0);
  CHECK(holdsElsewhere([&] {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return false;
    const auto file = OutputFile::create(files.path("closed") / "x.csv", Existing::refuse);
    return !file && file.error().kind == ErrorKind::notAllowed && file.error().fact("rule") == "file_permission";
  }));
  CHECK(holdsElsewhere([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{1000, 1000};
    setrlimit(RLIMIT_FSIZE, &little);
    const auto file = OutputFile::create(files.path("large.csv"), Existing::refuse);
    if (!file) return false;
    file.value()->write(std::string(5000, 'x'));
    const auto closed = file.value()->close();
    return !closed && closed.error().kind == ErrorKind::tooLarge && closed.error().fact("limit") == "file_size";
  }));
}
