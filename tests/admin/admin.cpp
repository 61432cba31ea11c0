// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/admin.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

namespace ow::test {

namespace json = boost::json;

json::object Ran::document() const {
  INFO("stdout: " << out << "\nstderr: " << err);
  boost::system::error_code code;
  const json::value value = json::parse(out, code);  // refuses anything behind the first document
  REQUIRE_FALSE(code);
  REQUIRE(value.is_object());
  CHECK(std::count(out.begin(), out.end(), '\n') == 1);
  CHECK(out.ends_with('\n'));
  return value.get_object();
}

std::string Ran::errorKind() const {
  const auto all = document();
  INFO(out);
  REQUIRE(all.contains("error"));
  CHECK(keysOf(all.at("error")) == std::set<std::string>{"kind", "facts", "message"});
  return json::value_to<std::string>(all.at("error").at("kind"));
}

std::string Ran::fact(const char* name) const {
  const auto all = document();
  const auto* const value = all.at("error").at("facts").as_object().if_contains(name);
  return value == nullptr ? std::string() : json::value_to<std::string>(*value);
}

Ran AdminHall::run(std::vector<std::string> arguments, const std::function<void()>& inChild) const {
  const std::string outPath = path("stdout"), errPath = path("stderr");
  arguments.insert(arguments.begin(), OW_ADMIN);
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int out = ::open(outPath.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int err = ::open(errPath.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (inChild) inChild();
    ::execv(OW_ADMIN, words.data());
    _exit(127);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read("stdout"), read("stderr")};
}

Ran AdminHall::json(std::vector<std::string> arguments, const std::function<void()>& inChild) const {
  arguments.insert(arguments.begin(), {"--store", path("hall.ow"), "--json"});
  return run(std::move(arguments), inChild);
}

void AdminHall::init() const {
  const auto made = json({"init"});
  INFO(made.err);
  REQUIRE(made.code == 0);
}

std::string AdminHall::write(const std::string& name, const std::string& content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  ::chmod(path(name).c_str(), 0600);
  return path(name);
}

std::string AdminHall::read(const std::string& name) const {
  return contentOf(path(name));
}

Ran admin(std::vector<std::string> arguments) {
  return AdminHall().run(std::move(arguments));
}

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> keysOf(const json::value& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.as_object()) keys.insert(std::string(key));
  return keys;
}

std::string twoRequests(const std::string& more) {
  return "CASE_ENQUIRY_ID,OPEN_DT,CASE_STATUS,TYPE,SUBJECT,CASE_TITLE\n"
         "101,03/02/2015 10:00:00 AM,Open,CE Collection,Public Works Department,Missed recycling\n"
         "102,03/02/2015 11:00:00 AM,Open,CE Collection,Public Works Department,Missed trash\n" +
         more;
}

}  // namespace ow::test
