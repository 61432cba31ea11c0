// SPDX-License-Identifier: GPL-3.0-or-later
// onewindow-admin: the administrator's command line over one store.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <iostream>

#include <boost/json.hpp>

#include "command.h"

namespace {

using namespace ow;
using namespace ow::admin;
namespace po = boost::program_options;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

std::vector<Command> allCommands() {
  std::vector<Command> commands = storeCommands();
  for (auto* more : {&queryCommands, &loadCommands})
    for (Command& command : (*more)()) commands.push_back(std::move(command));
  return commands;
}

void printUsage(std::ostream& out, const std::vector<Command>& commands) {
  out << "onewindow-admin --store FILE [--key-file FILE] [--json] COMMAND ...\n\n"
         "  --store FILE     the store; its key ring is FILE.keys\n"
         "  --key-file FILE  what opens it without a clerk (default: FILE.key beside the store; init makes it)\n"
         "  --json           exactly one JSON document on stdout; progress and messages go to stderr\n\n"
         "Commands (COMMAND --help tells more):\n";
  for (const Command& command : commands) {
    std::string name = command.name;
    name.resize(12, ' ');
    out << "  " << name << command.summary << "\n";
  }
  out << "\nExit: 0 done, 1 refused or failed with a reason, 2 usage. Times are ISO 8601 with offset.\n";
}

// Takes the options that stand before or after the command alike; the rest belongs to the command.
bool split(int argc, char** argv, Invocation& invocation, bool& wantsHelp) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
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
    } else if (invocation.command.empty()) {
      return false;
    } else {
      invocation.arguments.push_back(word);
    }
  }
  if (invocation.keyFile.empty()) invocation.keyFile = invocation.store.string() + ".key";
  return true;
}

int answer(const Invocation& invocation, const base::Result<Answer>& result) {
  if (!result) {
    std::cerr << "onewindow-admin: " << sentence(result.error()) << "\n";
    if (invocation.wantsJson) std::cout << boost::json::serialize(errorDocument(result.error())) << "\n";
    return kFailed;
  }
  if (invocation.wantsJson)
    std::cout << boost::json::serialize(result.value().document) << "\n";
  else
    std::cout << result.value().text;
  std::cout.flush();
  return std::cout ? result.value().exitCode : kFailed;
}

int run(const Invocation& invocation, const Command& command) {
  po::options_description options("Options");
  options.add_options()("help,h", "this page");
  po::positional_options_description positional;
  command.describe(options, positional);
  po::variables_map values;
  try {
    po::store(po::command_line_parser(invocation.arguments).options(options).positional(positional).run(), values);
    if (values.count("help") != 0) {
      std::cout << "onewindow-admin " << command.name << ": " << command.summary << "\n\n"
                << options << "\nJSON keys: " << command.keys << "\n";
      return kDone;
    }
    po::notify(values);
  } catch (const po::error& problem) {
    std::cerr << "onewindow-admin " << command.name << ": " << problem.what() << "\nTry: onewindow-admin " << command.name
              << " --help\n";
    return kUsage;
  }
  if (invocation.store.empty()) {
    std::cerr << "onewindow-admin: --store FILE is needed\n";
    return kUsage;
  }
  return answer(invocation, command.run(invocation, values));
}

// Neither a core dump nor another process of the same user gets at the store's key.
void closeDoors() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  umask(0077);  // stores, exports and reports are for nobody else
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace

int main(int argc, char** argv) {
  closeDoors();
  const std::vector<Command> commands = allCommands();
  Invocation invocation;
  bool wantsHelp = false;
  if (!split(argc, argv, invocation, wantsHelp)) {
    printUsage(std::cerr, commands);
    return kUsage;
  }
  if (wantsHelp) {
    printUsage(std::cout, commands);
    return kDone;
  }
  for (const Command& command : commands)
    if (invocation.command == command.name) return run(invocation, command);
  if (!invocation.command.empty()) std::cerr << "onewindow-admin: there is no command '" << invocation.command << "'\n\n";
  printUsage(std::cerr, commands);
  return kUsage;
}
