// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rating_set.h"

#include <fstream>

#include <boost/json.hpp>

#include "domain/row_text.h"
#include "intake/output_file.h"
#include "intake/regular_file.h"
#include "store/desk_state.h"
#include "store/rating_chain.h"
#include "store/rating_queries.h"
#include "store/schema.h"
#include "store/store.h"

namespace ow::desk {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::string_view kFormat = "onewindow-ratings/1";
constexpr std::size_t kLongestLine = 1 << 20;

std::string padText(const domain::Pad& pad) {
  std::vector<domain::NamedValue> fields{{"id", pad.id.uuid}};
  domain::describePad([&fields](const char* name, const auto& member) { fields.emplace_back(name, domain::toValue(member)); },
                      pad);
  return domain::rowText(std::move(fields));
}

void writeVoice(intake::OutputFile& file, const char* kind, const store::RawRating& rating) {
  file.write(std::string("{\"") + kind + "\": \"" + rating.id.text() + "\", \"body\": " + rating.body + "}\n");
}

base::Error wrongLine(std::int64_t line, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"line", std::to_string(line)}, {"rule", rule}});
}

std::optional<domain::Pad> padIn(const json::object& object) {
  const auto text = [&object](const char* name) -> std::string {
    const auto* value = object.if_contains(name);
    const auto* found = value == nullptr ? nullptr : value->if_string();
    return found == nullptr ? std::string() : std::string(*found);
  };
  const auto id = domain::PadId::parse(text("id"));
  if (!id) return std::nullopt;
  domain::Pad pad;
  pad.id = *id;
  pad.desk = text("desk");
  pad.hall = text("hall");
  pad.publicKey = text("public_key");
  return pad;
}

// One line of a set, given to the audit.
Result<void> take(domain::RatingAudit& audit, const std::string& text, std::int64_t line) {
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* object = failure ? nullptr : document.if_object();
  if (object == nullptr) return wrongLine(line, "json");
  if (const auto* pad = object->if_contains("pad")) {
    const auto found = pad->is_object() ? padIn(pad->get_object()) : std::nullopt;
    if (!found) return wrongLine(line, "pad");
    audit.addPad(*found);
    return base::success();
  }
  if (const auto* voided = object->if_contains("voided")) {
    const auto id = voided->is_string() ? domain::RatingId::parse(std::string_view(voided->get_string())) : std::nullopt;
    if (!id) return wrongLine(line, "voided");
    audit.addVoided(*id);
    return base::success();
  }
  const auto* body = object->if_contains("body");
  for (const auto& [word, add] :
       {std::pair("rating", &domain::RatingAudit::addRating), std::pair("aside", &domain::RatingAudit::addSetAside)}) {
    const auto* name = object->if_contains(word);
    if (name == nullptr) continue;
    const auto id = name->is_string() ? domain::RatingId::parse(std::string_view(name->get_string())) : std::nullopt;
    if (!id || body == nullptr) return wrongLine(line, word);
    (audit.*add)(*id, json::serialize(*body));
    return base::success();
  }
  return wrongLine(line, "unknown");
}

// The hall that wrote the set; nothing: no such set. Those of an earlier day do not say it.
std::optional<std::string> hallOfSet(const std::string& header) {
  boost::system::error_code failure;
  const auto document = json::parse(header, failure);
  const auto* object = failure ? nullptr : document.if_object();
  const auto* format = object == nullptr ? nullptr : object->if_contains("format");
  if (format == nullptr || !format->is_string() || std::string_view(format->get_string()) != kFormat) return std::nullopt;
  const auto* hall = object->if_contains("hall");
  return hall != nullptr && hall->is_string() ? std::string(hall->get_string()) : std::string();
}

Result<std::string> hallOf(store::Connection& connection) {
  OW_TRY(const auto hall, store::deskValue(connection, "place.hall"));
  return hall.value_or(std::string());
}

}  // namespace

Result<WrittenSet> writeRatingSet(store::Store& store, const std::filesystem::path& to) {
  OW_TRY(auto file, intake::OutputFile::create(to, intake::Existing::refuse));
  OW_TRY(auto reader, store.read());
  OW_TRYV(reader.beginSnapshot());
  WrittenSet written;
  OW_TRY(const std::string hall, hallOf(reader.connection()));
  file->write(json::serialize(json::object{{"format", kFormat}, {"hall", hall}}) + "\n");
  OW_TRYV(store::eachPad(reader.connection(), [&](const domain::Pad& pad) -> Result<void> {
    ++written.pads;
    file->write("{\"pad\": " + padText(pad) + "}\n");
    return base::success();
  }));
  OW_TRYV(store::eachSetAside(reader.connection(), [&](const store::RawRating& rating) -> Result<void> {
    ++written.setAside;
    writeVoice(*file, "aside", rating);
    return base::success();
  }));
  OW_TRYV(store::eachVoided(reader.connection(), [&](domain::RatingId id) -> Result<void> {
    file->write("{\"voided\": \"" + id.text() + "\"}\n");
    return base::success();
  }));
  OW_TRYV(store::eachRating(reader.connection(), [&](const store::RawRating& rating) -> Result<void> {
    ++written.ratings;
    writeVoice(*file, "rating", rating);
    return base::success();
  }));
  OW_TRYV(file->close());
  OW_TRYV(file->publish());
  return written;
}

Result<domain::RatingRecount> recountSet(const std::filesystem::path& from) {
  OW_TRYV(intake::RegularFile::open(from));  // says why, where it cannot be read
  std::ifstream file(from);
  std::string text;
  domain::RatingAudit audit;
  for (std::int64_t line = 1; std::getline(file, text); ++line) {
    if (text.size() > kLongestLine) return wrongLine(line, "too_long");
    if (line > 1) {
      OW_TRYV(take(audit, text, line));
      continue;
    }
    auto hall = hallOfSet(text);
    if (!hall) return base::fail(ErrorKind::unsupportedFormat, {{"format", std::string(kFormat)}});
    audit.setHall(std::move(*hall));
  }
  if (file.bad()) return base::fail(ErrorKind::ioFailure, {{"operation", "read"}});
  return audit.end();
}

Result<domain::RatingRecount> recountStore(store::Store& store) {
  OW_TRY(auto reader, store.read());
  OW_TRYV(reader.beginSnapshot());
  store::Connection& connection = reader.connection();
  domain::RatingAudit audit;
  OW_TRY(std::string hall, hallOf(connection));
  audit.setHall(std::move(hall));
  OW_TRYV(store::eachPad(connection, [&](const domain::Pad& pad) -> Result<void> {
    audit.addPad(pad);
    return base::success();
  }));
  OW_TRYV(store::eachSetAside(connection, [&](const store::RawRating& rating) -> Result<void> {
    audit.addSetAside(rating.id, rating.body);
    return base::success();
  }));
  OW_TRYV(store::eachVoided(connection, [&](domain::RatingId id) -> Result<void> {
    audit.addVoided(id);
    return base::success();
  }));
  OW_TRYV(store::eachRating(connection, [&](const store::RawRating& rating) -> Result<void> {
    audit.addRating(rating.id, rating.body);
    return base::success();
  }));
  OW_TRY(const auto kept, store::keptPad(connection));
  if (kept) audit.mustReach(kept->pad.id, kept->end);
  return audit.end();
}

}  // namespace ow::desk
