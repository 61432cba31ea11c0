// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/program_options.hpp>

#include "base/result.h"
#include "desk/desk.h"
#include "store/store.h"

namespace ow::admin {

// What stands before the command: which store, how to open it, how to answer.
struct Invocation {
  std::filesystem::path store;
  std::filesystem::path keyFile;  // default: "<store>.key"
  bool wantsJson = false;
  std::string command;
  std::vector<std::string> arguments;  // of the command
  desk::Ports ports = desk::systemPorts();
};

// What a command answers: one JSON document for --json, lines for people otherwise.
struct Answer {
  boost::json::object document;
  std::string text;
  int exitCode = 0;  // 1 when the answer is a "no" (check found problems)
  // The work was done and stands, and something behind it went wrong: told on stderr and as `error` in the document; exit 1.
  std::optional<base::Error> afterwards = {};
};

struct Command {
  const char* name;
  const char* summary;
  const char* keys;  // the stable keys of its JSON, every one
  // Adds its options; `positional` names them in order.
  std::function<void(boost::program_options::options_description&, boost::program_options::positional_options_description&)>
      describe;
  std::function<base::Result<Answer>(const Invocation&, const boost::program_options::variables_map&)> run;
  enum class Needs { store, nothing } needs = Needs::store;
};

// init, check, backup, restore, stats
std::vector<Command> storeCommands();
// search, show, cases, export
std::vector<Command> queryCommands();
// import, imports, demo
std::vector<Command> loadCommands();
// scorecard, indicators
std::vector<Command> scorecardCommands();
// figures
std::vector<Command> figureCommands();
// ratings
std::vector<Command> ratingCommands();
// surveys
std::vector<Command> surveyCommands();
// tickets
std::vector<Command> ticketCommands();

// enrol, sync
std::vector<Command> syncCommands();
// centre
std::vector<Command> centreCommands();

// The store opened with the key file.
base::Result<std::unique_ptr<store::Store>> openStore(const Invocation& invocation, store::Access access);
base::Result<std::unique_ptr<desk::Desk>> openDesk(const Invocation& invocation, store::Access access);
// The store with the clerk of --as at it: whoever holds the key file acts in his name. invalidInput (field=as).
base::Result<std::unique_ptr<desk::Desk>> deskAs(const Invocation& invocation,
                                                 const boost::program_options::variables_map& values);
base::Result<base::Redacted<std::string>> readKeyFile(const std::filesystem::path& path);
// One line that can be typed; invalidInput (field=passphrase_file, rule=one_line, outer_blanks, required or one of
// base::acceptText). Both warn on stderr when others can read the file.
base::Result<base::Redacted<std::string>> readPassphraseFile(const std::filesystem::path& path);

// A line on stderr that overwrites itself on a terminal and stays quiet elsewhere, with the time left.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what);
  ~ProgressLine();
  void show(double fraction, const std::string& detail = "");

 private:
  std::string m_what;
  bool m_isTerminal;
  bool m_hasShown = false;
  std::chrono::steady_clock::time_point m_start, m_last;
};

std::string sentence(const base::Error& error);
// kind, facts, message: what stands under `error`.
boost::json::object errorDocument(const base::Error& error);

}  // namespace ow::admin
