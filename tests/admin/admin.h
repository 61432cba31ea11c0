// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "testkit/hall.h"

// onewindow-admin as a script sees it: arguments in; exit code, stdout and stderr out.
namespace ow::test {

struct Ran {
  int code = -1;  // -1: it did not end by itself
  std::string out, err;

  // stdout as the one JSON document that it must be.
  boost::json::object document() const;
  // Of a document that says what failed.
  std::string errorKind() const;
  std::string fact(const char* name) const;
};

// A folder with a store and what belongs to it.
class AdminHall {
 public:
  // `inChild` runs in the process that becomes the program: limits, rights.
  Ran run(std::vector<std::string> arguments, const std::function<void()>& inChild = {}) const;
  // The same with --store before and --json behind.
  Ran json(std::vector<std::string> arguments, const std::function<void()>& inChild = {}) const;
  // A store without clerks.
  void init() const;
  std::string path(const std::string& name) const { return (m_folder / name).string(); }
  std::string write(const std::string& name, const std::string& content) const;
  std::string read(const std::string& name) const;

 private:
  testkit::TempFolder m_folder;
};

// The program with these words behind its name, for tests whose files lie elsewhere.
Ran admin(std::vector<std::string> arguments);

std::string contentOf(const std::filesystem::path& path);

std::set<std::string> keysOf(const boost::json::value& object);

// Two requests in the shape of Boston's files; `more` are further lines.
std::string twoRequests(const std::string& more = "");

}  // namespace ow::test
