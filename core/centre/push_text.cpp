// SPDX-License-Identifier: GPL-3.0-or-later
#include "centre/push_text.h"

#include <boost/json.hpp>

#include "centre/json_text.h"
#include "domain/row_text.h"

namespace ow::centre {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

void appendOperation(std::string& out, const domain::WrittenOperation& op) {
  out += "{\"id\":\"" + op.id.text() + "\"";
  appendField(out, "kind", op.kind);
  appendField(out, "entity", op.entity);
  appendField(out, "entity_id", op.entityId.text());
  out += ",\"at\":" + std::to_string(base::toMillis(op.at));
  if (op.author) appendField(out, "author", op.author->text());
  appendField(out, "desk", op.desk);
  appendField(out, "purpose", op.purpose);
  out += ",\"format\":" + std::to_string(op.format);
  if (op.cause) appendField(out, "cause", op.cause->text());
  if (!op.told.empty()) out += ",\"told\":" + op.told;
  out += ",\"changes\":" + (op.changes.empty() ? std::string("{}") : op.changes) + "}";
}

std::string factText(const json::value& value) {
  return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

// [id, outcome, rev, digest, facts]
sync::Settled settledOf(const json::array& row) {
  sync::Settled settled;
  settled.id = domain::OperationId::parse(json::value_to<std::string>(row.at(0))).value();
  settled.outcome = base::fromCode<sync::Outcome>(json::value_to<std::string>(row.at(1))).value();
  settled.rev = row.at(2).as_int64();
  settled.digest = static_cast<domain::RowDigest>(row.at(3).as_int64());
  if (row.at(4).is_object())
    for (const auto& [name, value] : row.at(4).as_object()) settled.facts.push_back({std::string(name), factText(value)});
  return settled;
}

}  // namespace

std::string pushText(std::span<const domain::WrittenOperation> batch) {
  std::string out = "[";
  for (const domain::WrittenOperation& operation : batch) {
    if (out.size() > 1) out += ',';
    appendOperation(out, operation);
  }
  return out + "]";
}

Result<sync::PushAnswer> readPushAnswer(std::string_view text) {
  try {
    const json::value root = json::parse(text);
    sync::PushAnswer answer;
    answer.epoch = std::int32_t(root.at("epoch").as_int64());
    answer.isTaken = root.at("taken").as_bool();
    if (!answer.isTaken) return answer;
    answer.writtenAt = static_cast<std::uint64_t>(root.at("written_at").as_int64());
    for (const json::value& row : root.at("settled").as_array()) answer.settled.push_back(settledOf(row.as_array()));
    for (const json::value& head : root.at("reached").as_array())
      answer.reached.push_back({{std::int32_t(head.at(0).as_int64())}, answer.epoch, head.at(1).as_int64()});
    if (const json::value* from = root.as_object().if_contains("own_from")) answer.ownFrom = from->as_int64();
    return answer;
  } catch (const std::exception&) {
    return base::fail(ErrorKind::internal, {{"where", "push_answer"}});
  }
}

}  // namespace ow::centre
