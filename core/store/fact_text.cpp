// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fact_text.h"

#include "domain/row_text.h"
#include "store/json_object.h"

namespace ow::store {

std::string writeFacts(std::span<const base::Fact> facts) {
  std::string out = "{";
  for (const base::Fact& fact : facts) {
    if (out.size() > 1) out += ", ";
    domain::appendJsonText(out, fact.name);
    out += ": ";
    domain::appendJsonText(out, fact.value);
  }
  return out + "}";
}

std::vector<base::Fact> readFacts(std::string_view text) {
  std::vector<base::Fact> facts;
  JsonObject json;
  if (!json.read(text)) return facts;
  for (const JsonObject::Member& member : json.members())
    if (const auto value = json.text(member)) facts.push_back({std::string(member.key), std::string(*value)});
  return facts;
}

}  // namespace ow::store
