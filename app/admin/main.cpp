// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-admin: the administrator's command line over one store.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <iostream>
#include <optional>
#include <sstream>

#include <boost/json.hpp>

#include "command.h"

namespace {

using namespace ow;
using namespace ow::admin;
namespace json = boost::json;
namespace po = boost::program_options;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

std::vector<Command> allCommands() {
  std::vector<Command> commands = storeCommands();
  for (auto* more : {&queryCommands, &loadCommands, &ratingCommands, &scorecardCommands, &figureCommands, &surveyCommands,
                     &ticketCommands, &syncCommands, &centreCommands})
    for (Command& command : (*more)()) commands.push_back(std::move(command));
  return commands;
}

std::string usage(const std::vector<Command>& commands) {
  std::ostringstream out;
  out << "onewindow-admin --store FILE [--key-file FILE] [--json] COMMAND ...\n\n"
         "  --store FILE     the store; its key ring is FILE.keys\n"
         "  --key-file FILE  what opens it without a clerk (default: FILE.key beside the store; init makes it)\n"
         "  --json           exactly one JSON document on stdout, also when something fails; all else goes to stderr\n\n"
         "Commands (COMMAND --help tells more):\n";
  for (const Command& command : commands) {
    std::string name = command.name;
    name.resize(12, ' ');
    out << "  " << name << command.summary << "\n";
  }
  out << "\nExit: 0 done, 1 refused or failed with a reason, 2 usage. Times are ISO 8601 with offset.\n";
  return out.str();
}

// What was typed is no command that can be run.
struct Misuse {
  std::string message;
  std::string hint = "onewindow-admin --help";
};

// Takes the options that stand before or after the command alike; the rest belongs to the command. Behind "--" there are no
// options any more.
std::optional<Misuse> split(int argc, char** argv, Invocation& invocation, bool& wantsHelp) {
  std::optional<Misuse> misuse;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--" && !invocation.command.empty()) {
      invocation.arguments.insert(invocation.arguments.end(), argv + i, argv + argc);
      break;
    }
    const auto value = [&](const char* option, std::filesystem::path& into) {
      const std::string name(option);
      if (word == name && i + 1 < argc) {
        into = argv[++i];
        return true;
      }
      if (!word.starts_with(name + "=")) return false;
      into = word.substr(name.size() + 1);
      return true;
    };
    if (value("--store", invocation.store) || value("--key-file", invocation.keyFile)) continue;
    if (word == "--json") {
      invocation.wantsJson = true;
    } else if (invocation.command.empty() && (word == "--help" || word == "-h")) {
      wantsHelp = true;
    } else if (invocation.command.empty() && !word.starts_with('-')) {
      invocation.command = word;
    } else if (!invocation.command.empty() && word != "--store" && word != "--key-file") {
      invocation.arguments.push_back(word);
    } else if (!misuse) {
      misuse = Misuse{word == "--store" || word == "--key-file" ? word + " takes a file" : "there is no option " + word};
    }
  }
  if (invocation.keyFile.empty()) invocation.keyFile = invocation.store.string() + ".key";
  return misuse;
}

void say(const Invocation& invocation, const json::object& document, const std::string& text) {
  if (invocation.wantsJson)
    std::cout << json::serialize(document) << "\n";
  else
    std::cout << text;
  std::cout.flush();
}

int misused(const Invocation& invocation, const Misuse& misuse) {
  std::cerr << "onewindow-admin: " << misuse.message << "\nTry: " << misuse.hint << "\n";
  if (invocation.wantsJson)
    say(invocation, {{"error", {{"kind", "usage"}, {"facts", json::object()}, {"message", misuse.message}}}}, "");
  return kUsage;
}

int answer(const Invocation& invocation, base::Result<Answer> result) {
  if (!result) {
    std::cerr << "onewindow-admin: " << sentence(result.error()) << "\n";
    if (invocation.wantsJson) say(invocation, {{"error", errorDocument(result.error())}}, "");
    return kFailed;
  }
  Answer& given = result.value();
  if (given.afterwards) {
    given.document["error"] = errorDocument(*given.afterwards);
    given.exitCode = kFailed;
  }
  say(invocation, given.document, given.text);
  if (given.afterwards) std::cerr << "onewindow-admin: " << sentence(*given.afterwards) << "\n";
  return std::cout ? given.exitCode : kFailed;
}

int help(const Invocation& invocation, const std::string& text) {
  say(invocation, {{"help", text}}, text);
  return kDone;
}

std::string pageOf(const Command& command, const po::options_description& options) {
  std::ostringstream page;
  page << "onewindow-admin " << command.name << ": " << command.summary << "\n\n"
       << options << "\nJSON keys: " << command.keys
       << "\nWhat fails answers error: kind, facts, message instead. Exit: 0 done, 1 refused or failed, 2 usage.\n";
  return page.str();
}

int run(const Invocation& invocation, const Command& command) {
  const std::string hint = std::string("onewindow-admin ") + command.name + " --help";
  po::options_description options("Options");
  options.add_options()("help,h", "this page");
  po::positional_options_description positional;
  command.describe(options, positional);
  constexpr int kNoGuessing = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(invocation.arguments).options(options).positional(positional).style(kNoGuessing).run(),
              values);
    if (values.count("help") != 0) return help(invocation, pageOf(command, options));
    po::notify(values);
  } catch (const po::unknown_option& problem) {
    return misused(invocation, {std::string(command.name) + ": there is no option " + problem.get_option_name() +
                                    "; put -- before a text that begins with a dash",
                                hint});
  } catch (const po::error& problem) {
    return misused(invocation, {std::string(command.name) + ": " + problem.what(), hint});
  }
  if (invocation.store.empty() && command.needs == Command::Needs::store)
    return misused(invocation, {"--store FILE is needed", hint});
  return answer(invocation, command.run(invocation, values));
}

// Neither a core dump nor another process of the same user gets at the store's key.
void closeDoors() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  umask(0077);  // stores, exports and reports are for nobody else
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // an account's limit is told like a full disk, not died of
}

}  // namespace

int main(int argc, char** argv) {
  closeDoors();
  const std::vector<Command> commands = allCommands();
  Invocation invocation;
  bool wantsHelp = false;
  const auto misuse = split(argc, argv, invocation, wantsHelp);
  if (misuse) return misused(invocation, *misuse);
  if (wantsHelp) return help(invocation, usage(commands));
  for (const Command& command : commands)
    if (invocation.command == command.name) return run(invocation, command);
  if (!invocation.command.empty()) return misused(invocation, {"there is no command '" + invocation.command + "'"});
  if (!invocation.wantsJson) std::cerr << usage(commands) << "\n";
  return misused(invocation, {"a command is needed"});
}
