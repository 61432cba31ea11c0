// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ow::domain {

// What a file is by its first bytes (IANA media type), never by its name; "application/octet-stream" where they do not tell.
// A file may be several things at once: this is what we take it for, and nothing but pictures and plain text is ever opened
// here. `head` is the beginning of the file; 4096 bytes are plenty.
std::string_view mediaTypeOf(std::string_view head);

// Whether a desk shows it by itself: PNG, JPEG, plain text.
bool canBeShown(std::string_view mediaType);
bool isPicture(std::string_view mediaType);

}  // namespace ow::domain
