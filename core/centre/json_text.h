// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/row_text.h"

namespace ow::centre {

// One more member of an object that has one already: ,"name":"text".
inline void appendField(std::string& out, const char* name, std::string_view text) {
  out.append(",\"").append(name).append("\":");
  domain::appendJsonText(out, text);
}

}  // namespace ow::centre
