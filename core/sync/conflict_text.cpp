// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/conflict_text.h"

#include "base/digest.h"
#include "domain/row_text.h"

namespace ow::sync {

using domain::Value;

namespace {

constexpr std::size_t kVersionDigit = 12;
constexpr std::size_t kVariantDigit = 16;

void appendMember(std::string& out, std::string_view name, const Value& value) {
  out += out.back() == '{' ? "" : ", ";
  domain::appendJsonText(out, name);
  out += ": ";
  domain::appendJsonValue(out, value);
}

}  // namespace

domain::EntityId conflictId(const domain::EntityId& entity, std::string_view field) {
  std::string hex = base::sha256Hex("conflict " + entity.text() + " " + std::string(field)).substr(0, 32);
  hex[kVersionDigit] = '8';
  hex[kVariantDigit] = 'a';
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) hex.insert(dash, 1, '-');
  return domain::EntityId::parse(hex).value();
}

std::string rivalsText(std::span<const domain::Rival> rivals) {
  std::string out = "[";
  for (const domain::Rival& rival : rivals) {
    if (out.size() > 1) out += ", ";
    out += "{";
    appendMember(out, "at", base::toMillis(rival.at));
    appendMember(out, "op", rival.op.uuid);
    appendMember(out, "base", rival.base);
    appendMember(out, "desk", rival.desk);
    appendMember(out, "value", rival.value);
    appendMember(out, "author", rival.author ? Value{rival.author->uuid} : Value{});
    out += "}";
  }
  return out + "]";
}

}  // namespace ow::sync
