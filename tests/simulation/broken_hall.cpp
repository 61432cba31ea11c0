// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "simulation/broken_line.h"

// Bugs in what a hall does beside its cases. All desks agree about what they leave behind, so only a law about the work itself
// can tell.
namespace ow::test {

using domain::WrittenOperation;

namespace {

constexpr const char* kStateWas = "\"state\":[\"";

// Puts `now` where `was` stands first; whether it stood there.
bool replace(std::string& text, const std::string& was, const std::string& now) {
  const auto at = text.find(was);
  if (at == std::string::npos) return false;
  text.replace(at, was.size(), now);
  return true;
}

// What stands between two marks; empty: nothing does.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto at = text.find(before);
  if (at == std::string::npos) return {};
  const auto from = at + before.size();
  return text.substr(from, text.find(after, from) - from);
}

}  // namespace

std::optional<std::string> BrokenLine::bodyOf(const sync::EntityKey& key) {
  std::optional<std::string> body;
  const std::array keys{key};
  (void)m_line.fetch(keys, [&body](sync::PulledRow&& row) -> base::Result<void> {
    if (!row.row.isGone) body = row.row.body;
    return base::success();
  });
  return body;
}

bool BrokenLine::isAnotherVoice(const WrittenOperation& operation) {
  const auto body = bodyOf({operation.entity, operation.entityId});
  return body && body->find(between(operation.changes, "\"seal\":\"", "\"")) == std::string::npos;
}

bool BrokenLine::shift(WrittenOperation& operation) {
  if (const auto said = m_mangled.find(operation.id); said != m_mangled.end()) return operation.changes = said->second, true;
  const std::string from = between(operation.changes, kStateWas, "\"");
  const auto body = bodyOf({operation.entity, operation.entityId});
  const std::string stands = body ? between(*body, "\"state\": \"", "\"") : "";
  if (from.empty() || stands.empty() || from == stands) return false;
  replace(operation.changes, kStateWas + from, kStateWas + stands);
  m_mangled[operation.id] = operation.changes;
  return true;
}

bool BrokenLine::mangle(WrittenOperation& operation) {
  const bool isStep = operation.kind == "transition";
  switch (m_bug) {
    case Bug::letsAVoiceCountTwice:
      if (operation.entity != "rating" || !isAnotherVoice(operation)) return false;
      operation.entityId.uuid.bytes.back() ^= 1;
      return true;
    case Bug::changesALevel:
      return operation.entity == "rating" && (replace(operation.changes, "\"level\":5", "\"level\":4") ||
                                              replace(operation.changes, "\"level\":3", "\"level\":1"));
    case Bug::letsASecondCallWin:
      return operation.entity == "ticket" && isStep && between(operation.changes, kStateWas, "\"") == "waiting" &&
             shift(operation);
    case Bug::forgetsTheCause:
      if (operation.entity != "ticket") return false;
      operation.cause.reset();
      return false;  // the desk's row is what it was
    case Bug::letsASecondStepWin:
      return operation.entity == "rating_review" && isStep && shift(operation);
    case Bug::changesAFigure:
      return operation.entity == "reported_figure" && replace(operation.changes, "\"amount\":", "\"amount\":1");
    default:
      return false;
  }
}

}  // namespace ow::test
