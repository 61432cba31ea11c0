// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace ow::bench {

// Runs a program to its end with this on its standard input; what it printed. Throws std::runtime_error when it fails.
std::string output(std::vector<std::string> words, const std::string& input = {},
                   const std::vector<std::pair<std::string, std::string>>& environment = {});
// One that goes on until it is ended.
pid_t begin(std::vector<std::string> words);
// What is measured next is to find everybody at rest.
void rest(int milliseconds);
void end(pid_t program);

// Processor seconds that a process, and the live children of it, have used.
double processorSeconds(pid_t program);
double processorSecondsOfChildren(pid_t program);
// Of this program, of the children it waited for and of a server with all that it ever started: what stands still when the
// machine is busy with something else.
double processorSecondsOfAll(pid_t server);
// Memory of a process in MiB, and its share of what its children map together.
double residentMiBOf(pid_t program);
double shareMiBOfChildren(pid_t program);

}  // namespace ow::bench
