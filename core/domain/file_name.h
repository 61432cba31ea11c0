// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::domain {

// A name under which a file from outside may be kept, shown and written to any disk, whatever it was called: one part of a path
// and never a way out of a folder, no name that a system takes for a device, nothing hidden (direction marks and other
// invisible characters stand there as ⟨U+202E⟩), NFC, no dot or space at its ends, at most 200 bytes with its ending kept.
// Never empty.
std::string cleanFileName(std::string_view raw);

}  // namespace ow::domain
