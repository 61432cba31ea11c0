// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/published_counts.h"

#include <boost/json.hpp>

namespace ow::insight {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;
using store::FactSource;

namespace {

constexpr std::string_view kCountsFormat = "onewindow-counts/1";
constexpr std::size_t kSources = base::kCodes<FactSource>.size();
constexpr std::size_t kMostWords = 64;

base::Error wrongCounts() {
  return base::fail(ErrorKind::invalidInput, {{"field", "counts"}, {"rule", "format"}});
}

json::object documentOf(FactSource source, const Aggregate::Cells& cells) {
  json::array words, list;
  for (const std::string_view word : wordsOf(source)) words.push_back(json::string(word));
  for (const auto& [cell, n] : cells)
    if (n != 0) list.push_back({cell.first, cell.second, n});
  return {{"words", std::move(words)}, {"cells", std::move(list)}};
}

// From the places of the bits there to those here.
Result<std::vector<Conditions>> wordsIn(FactSource source, const json::object& document, Conditions& known) {
  const auto* words = document.if_contains("words");
  if (words == nullptr || !words->is_array() || words->get_array().size() > kMostWords) return wrongCounts();
  std::vector<Conditions> bits;
  for (const json::value& word : words->get_array()) {
    if (!word.is_string()) return wrongCounts();
    bits.push_back(conditionNamed(source, std::string_view(word.get_string())).value_or(0));
    known |= bits.back();
  }
  return bits;
}

std::optional<std::int64_t> wholeIn(const json::value& value) {
  boost::system::error_code failure;
  if (!value.is_number()) return std::nullopt;
  const auto number = value.to_number<std::int64_t>(failure);
  return failure ? std::nullopt : std::optional(number);
}

Result<void> readCells(FactSource source, const json::object& document, PublishedCounts& made) {
  OW_TRY(const auto bits, wordsIn(source, document, made.known[std::size_t(source)].emplace(0)));
  const auto* cells = document.if_contains("cells");
  if (cells == nullptr || !cells->is_array()) return wrongCounts();
  for (const json::value& cell : cells->get_array()) {
    if (!cell.is_array() || cell.get_array().size() != 3) return wrongCounts();
    boost::system::error_code failure;
    const auto there = cell.get_array()[0].to_number<Conditions>(failure);
    const auto value = wholeIn(cell.get_array()[1]), n = wholeIn(cell.get_array()[2]);
    if (failure || !value || !n || *n < 0) return wrongCounts();
    Conditions here = 0;
    for (std::size_t i = 0; i < bits.size(); ++i)
      if ((there >> i & 1) != 0) here |= bits[i];
    made.counts.add(source, here, *value, *n);
  }
  return base::success();
}

Result<void> readSeries(const json::object& document, PublishedCounts& made) {
  for (const auto& member : document) {
    const auto* told = member.value().if_array();
    if (told == nullptr || told->size() != 4) return wrongCounts();
    const auto n = wholeIn((*told)[2]);
    if (!(*told)[0].is_number() || !(*told)[1].is_number() || !n || !(*told)[3].is_bool()) return wrongCounts();
    made.counts.add(std::string(member.key()),
                    {(*told)[0].to_number<double>(), (*told)[1].to_number<double>(), *n, (*told)[3].get_bool()});
  }
  return base::success();
}

bool isKnown(const Measure& measure, const PublishedCounts& counts) {
  const auto& known = counts.known[std::size_t(measure.of)];
  return known && (*known & measure.mask) == measure.mask;
}

}  // namespace

std::string countsText(const Aggregate& counts) {
  json::object sources, series;
  for (std::size_t i = 0; i < kSources; ++i)
    sources[base::code(FactSource(i))] = documentOf(FactSource(i), counts.cells(FactSource(i)));
  for (const auto& [name, told] : counts.allSeries()) series[name] = json::array{told.amount, told.of, told.n, told.hasWhole};
  return json::serialize(
      json::object{{"format", kCountsFormat}, {"sources", std::move(sources)}, {"series", std::move(series)}});
}

Result<PublishedCounts> readCounts(std::string_view text) {
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  if (format == nullptr || !format->is_string() || std::string_view(format->get_string()) != kCountsFormat)
    return base::fail(ErrorKind::unsupportedFormat, {{"format", std::string(kCountsFormat)}});
  const auto* sources = file->if_contains("sources");
  const auto* series = file->if_contains("series");
  if (sources == nullptr || !sources->is_object() || series == nullptr || !series->is_object()) return wrongCounts();
  PublishedCounts made;
  for (const auto& member : sources->get_object()) {
    const auto source = base::fromCode<FactSource>(member.key());
    if (!member.value().is_object()) return wrongCounts();
    if (source) OW_TRYV(readCells(*source, member.value().get_object(), made));
  }
  OW_TRYV(readSeries(series->get_object(), made));
  return made;
}

bool PublishedCounts::knows(const Indicator& indicator) const {
  if (!indicator.isCounted()) return true;  // what nobody told is missing anyway
  return isKnown(indicator.numerator, *this) && (!indicator.denominator || isKnown(*indicator.denominator, *this));
}

}  // namespace ow::insight
