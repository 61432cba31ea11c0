// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/frozen_figures.h"

#include <boost/json.hpp>

namespace ow::insight {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::string_view kFrozenFormat = "onewindow-figures/1";
constexpr std::array<std::string_view, 3> kSamples{"suppressed", "small", "enough"};

base::Error wrongFigures() {
  return base::fail(ErrorKind::invalidInput, {{"field", "figures"}, {"rule", "format"}});
}

void put(json::object& document, std::string_view name, const std::optional<double>& value) {
  if (value) document[name] = *value;
}
std::optional<double> numberIn(const json::object& document, std::string_view name) {
  const auto* value = document.if_contains(name);
  return value != nullptr && value->is_number() ? std::optional(value->to_number<double>()) : std::nullopt;
}
std::int64_t wholeIn(const json::object& document, std::string_view name) {
  const auto* value = document.if_contains(name);
  const auto* whole = value == nullptr ? nullptr : value->if_int64();
  return whole == nullptr ? 0 : *whole;
}
std::string textIn(const json::object& document, std::string_view name) {
  const auto* value = document.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::object documentOf(const FrozenFigure& one) {
  json::object document{{"id", one.indicator},
                        {"version", one.version},
                        {"numerator", one.count.hits},
                        {"denominator", one.count.trials},
                        {"sample", kSamples[std::size_t(one.sample)]}};
  put(document, "value", one.value);
  put(document, "low", one.interval ? std::optional(one.interval->low) : std::nullopt);
  put(document, "high", one.interval ? std::optional(one.interval->high) : std::nullopt);
  put(document, "score", one.score);
  put(document, "target", one.yardstick ? std::optional(one.yardstick->target) : std::nullopt);
  put(document, "floor", one.yardstick ? std::optional(one.yardstick->floor) : std::nullopt);
  if (one.yardstick && one.yardstick->above) {
    put(document, "target_to", one.yardstick->above->target);
    put(document, "floor_to", one.yardstick->above->floor);
  }
  return document;
}

Result<FrozenFigure> figureIn(const json::value& value) {
  const auto* document = value.if_object();
  if (document == nullptr) return wrongFigures();
  FrozenFigure one;
  one.indicator = textIn(*document, "id");
  one.version = int(wholeIn(*document, "version"));
  one.count = {wholeIn(*document, "numerator"), wholeIn(*document, "denominator")};
  const auto sample = std::find(kSamples.begin(), kSamples.end(), textIn(*document, "sample"));
  if (one.indicator.empty() || sample == kSamples.end()) return wrongFigures();
  one.sample = SampleSize(sample - kSamples.begin());
  one.value = numberIn(*document, "value");
  one.score = numberIn(*document, "score");
  const auto low = numberIn(*document, "low"), high = numberIn(*document, "high");
  if (low && high) one.interval = {*low, *high};
  const auto target = numberIn(*document, "target"), floor = numberIn(*document, "floor");
  if (target && floor) {
    one.yardstick = Yardstick{*floor, *target};
    const auto targetTo = numberIn(*document, "target_to"), floorTo = numberIn(*document, "floor_to");
    if (targetTo && floorTo) one.yardstick->above = {*targetTo, *floorTo};
  }
  return one;
}

}  // namespace

FrozenFigure frozen(const Indicator& indicator, const Figure& figure) {
  const bool isHidden = figure.sample == SampleSize::suppressed;
  return {indicator.id,
          indicator.version,
          isHidden ? std::nullopt : figure.value,
          isHidden ? Count{} : figure.count,
          isHidden ? std::nullopt : figure.interval,
          figure.sample,
          isHidden ? std::nullopt : figure.score,
          indicator.yardstick};
}

std::string frozenText(const FrozenFigures& figures) {
  json::array list, scores;
  for (const FrozenFigure& one : figures.figures) list.push_back(documentOf(one));
  for (const FrozenScore& one : figures.scores)
    scores.push_back({{"perspective", base::code(one.perspective)}, {"score", one.score}, {"coverage", one.coverage}});
  return json::serialize(json::object{{"format", kFrozenFormat}, {"figures", std::move(list)}, {"scores", std::move(scores)}});
}

Result<FrozenFigures> readFrozen(std::string_view text) {
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  if (file == nullptr || textIn(*file, "format") != kFrozenFormat)
    return base::fail(ErrorKind::unsupportedFormat, {{"format", std::string(kFrozenFormat)}});
  const auto* list = file->if_contains("figures");
  const auto* scores = file->if_contains("scores");
  if (list == nullptr || !list->is_array() || scores == nullptr || !scores->is_array()) return wrongFigures();
  FrozenFigures made;
  for (const json::value& value : list->get_array()) {
    OW_TRY(auto one, figureIn(value));
    made.figures.push_back(std::move(one));
  }
  for (const json::value& value : scores->get_array()) {
    const auto* one = value.if_object();
    const auto perspective = one == nullptr ? std::nullopt : base::fromCode<Perspective>(textIn(*one, "perspective"));
    if (!perspective) return wrongFigures();
    made.scores.push_back({*perspective, numberIn(*one, "score").value_or(0), numberIn(*one, "coverage").value_or(0)});
  }
  return made;
}

}  // namespace ow::insight
