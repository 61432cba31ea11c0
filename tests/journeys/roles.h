// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ow::journeys {

// What another process of this program does; `tell` reaches the test that started it. The answer is the exit code.
using Tell = std::function<void(const std::string&)>;
using Role = int (*)(const std::vector<std::string>& words, const Tell& tell);

// dies-while-typing STORE PARTY     types into a new contact, tells when a second has passed since the last key, waits
// dies-while-saving STORE CASE      registers one contact after another in the window and tells each once it is saved
// second-window STORE LOGIN         opens the front office on a store that is open; tells heading and text of what it shows
// works-a-visit STORE MARKERS...    name, number, phone, address, e-mail, note: a whole visit, then the lock; tells worked, and
// waits
Role roleNamed(const std::string& name);

int workAVisit(const std::vector<std::string>& words, const Tell& tell);

}  // namespace ow::journeys
