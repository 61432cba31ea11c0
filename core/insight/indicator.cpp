// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/indicator.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include <boost/json.hpp>

#include "resources/resources.h"

namespace ow::insight {

namespace json = boost::json;
using base::ErrorKind;
using base::Result;

namespace {

constexpr std::size_t kLargest = 1 << 20;
constexpr std::size_t kMost = 500;
constexpr std::string_view kFormat = "onewindow-indicators/1";

// Reads members of one object; the first thing that is wrong stays, with the id that it belongs to.
class Reading {
 public:
  Reading(const json::object& object, std::string id) : m_object(object), m_id(std::move(id)) {}

  bool has(std::string_view name) const { return m_object.if_contains(name) != nullptr; }
  std::string text(std::string_view name, std::size_t longest) {
    const auto* value = m_object.if_contains(name);
    const auto* found = value == nullptr ? nullptr : value->if_string();
    if (found == nullptr || found->empty() || found->size() > longest) return fail(name, "text"), std::string();
    return std::string(*found);
  }
  double number(std::string_view name, double least, double most) {
    const auto* value = m_object.if_contains(name);
    if (value == nullptr || !value->is_number()) return fail(name, "number"), 0;
    const double found = value->to_number<double>();
    if (!(found >= least && found <= most)) fail(name, "out_of_range");
    return found;
  }
  template <class Enum>
  Enum word(std::string_view name) {
    const auto found = base::fromCode<Enum>(text(name, 64));
    if (!found) fail(name, "unknown_word");
    return found.value_or(Enum{});
  }
  Measure measure(std::string_view name) {
    const auto* value = m_object.if_contains(name);
    const auto* object = value == nullptr ? nullptr : value->if_object();
    if (object == nullptr) return fail(name, "measure"), Measure{};
    Reading inner(*object, m_id);
    Measure made;
    made.of = inner.word<store::FactSource>("of");
    if (inner.m_error) m_error = inner.m_error;
    const auto* where = object->if_contains("where");
    if (where == nullptr) return made;
    if (!where->is_array()) return fail("where", "list"), made;
    for (const json::value& word : where->get_array()) {
      const auto* text = word.if_string();
      const auto bit = text == nullptr ? std::nullopt : conditionNamed(made.of, *text);
      if (!bit) return fail("where", "unknown_word"), made;
      made.where.emplace_back(*text);
      made.mask |= *bit;
    }
    return made;
  }
  void fail(std::string_view field, std::string_view rule) {
    if (m_error) return;
    m_error = base::fail(ErrorKind::invalidInput, {{"field", std::string(field)}, {"rule", std::string(rule)}});
    if (!m_id.empty()) m_error->facts.push_back({"indicator", m_id});
  }
  const std::optional<base::Error>& error() const { return m_error; }

 private:
  const json::object& m_object;
  std::string m_id;
  std::optional<base::Error> m_error;
};

void readYardstick(Reading& reading, Indicator& made) {
  if (!reading.has("target") && !reading.has("floor")) return;
  constexpr double kGreatest = 1e12;
  const auto number = [&reading](std::string_view field) { return reading.number(field, -kGreatest, kGreatest); };
  Yardstick yardstick{number("floor"), number("target")};
  if (made.better == Better::within) yardstick.above = {number("target_to"), number("floor_to")};
  if (!isOnRightSide(made.better, yardstick)) reading.fail("floor", "wrong_side");
  made.yardstick = yardstick;
}

bool isOfSeries(FigureKind kind) {
  return kind == FigureKind::amount || kind == FigureKind::ratio || kind == FigureKind::growth || kind == FigureKind::mean;
}

Result<Indicator> indicatorIn(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return base::fail(ErrorKind::invalidInput, {{"field", "indicators"}, {"rule", "object"}});
  const auto* id = object->if_contains("id");
  Reading reading(*object, id != nullptr && id->is_string() ? std::string(id->get_string()) : std::string());
  Indicator made;
  made.id = reading.text("id", 64);
  made.version = int(reading.number("version", 1, 9999));
  made.perspective = reading.word<Perspective>("perspective");
  made.zh = reading.text("zh", 200);
  made.en = reading.text("en", 200);
  if (reading.has("note_zh")) made.noteZh = reading.text("note_zh", 2000);
  if (reading.has("note_en")) made.noteEn = reading.text("note_en", 2000);
  made.kind = reading.word<FigureKind>("kind");
  if (isOfSeries(made.kind))
    made.series = reading.text("series", 64);
  else
    made.numerator = reading.measure("numerator");
  if (made.kind == FigureKind::share || made.kind == FigureKind::rate) made.denominator = reading.measure("denominator");
  if (made.kind == FigureKind::rate || (isOfSeries(made.kind) && reading.has("per")))
    made.per = reading.number("per", 1e-6, 1e12);
  if (made.isOfMeasured()) made.percent = reading.number("percent", 0, 100);
  // A share is a part of its whole: every fact of the numerator is one of the denominator.
  if (made.kind == FigureKind::share &&
      (made.denominator->of != made.numerator.of || (made.denominator->mask & ~made.numerator.mask) != 0))
    reading.fail("denominator", "not_the_whole");
  made.unit = reading.text("unit", 40);
  made.better = reading.word<Better>("better");
  readYardstick(reading, made);
  if (reading.has("weight")) made.weight = reading.number("weight", 0, 1);
  if (reading.has("minimum")) made.minimum = std::int64_t(reading.number("minimum", 1, 1e9));
  if (reading.has("beside")) made.beside = reading.text("beside", 64);
  if (reading.error()) return *reading.error();
  return made;
}

Result<ReportedSeries> seriesIn(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return base::fail(ErrorKind::invalidInput, {{"field", "series"}, {"rule", "object"}});
  Reading reading(*object, "");
  ReportedSeries made;
  made.id = reading.text("id", 64);
  made.zh = reading.text("zh", 200);
  made.en = reading.text("en", 200);
  made.wholeZh = reading.text("whole_zh", 200);
  made.wholeEn = reading.text("whole_en", 200);
  const auto isMoney = [&reading](std::string_view field) {
    const std::string unit = reading.text(field, 16);
    if (unit != "fen" && unit != "count") reading.fail(field, "unknown_word");
    return unit == "fen";
  };
  made.isMoney = isMoney("unit");
  made.isWholeMoney = isMoney("whole_unit");
  if (reading.error()) return *reading.error();
  return made;
}

Result<void> readSeries(const json::object& file, IndicatorRegister& made) {
  const auto* list = file.if_contains("series");
  if (list == nullptr) return base::success();
  if (!list->is_array() || list->get_array().size() > kMost)
    return base::fail(ErrorKind::invalidInput, {{"field", "series"}, {"rule", "list"}});
  for (const json::value& value : list->get_array()) {
    OW_TRY(auto one, seriesIn(value));
    made.series.push_back(std::move(one));
  }
  return base::success();
}

base::Error wrong(const std::string& id, const char* field, const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"field", field}, {"rule", rule}, {"indicator", id}});
}

Result<void> checkTogether(const IndicatorRegister& made) {
  std::set<std::string> ids;
  for (const Indicator& one : made.indicators)
    if (!ids.insert(one.id).second) return wrong(one.id, "id", "twice");
  for (const Indicator& one : made.indicators)
    if (!one.beside.empty() && !ids.contains(one.beside)) return wrong(one.id, "beside", "unknown");
  for (const Indicator& one : made.indicators)
    if (one.isReported() && made.findSeries(one.series) == nullptr) return wrong(one.id, "series", "unknown");
  return base::success();
}

}  // namespace

bool isOnRightSide(Better better, const Yardstick& yardstick) {
  if (better == Better::within) return yardstick.isBand();
  if (yardstick.above) return false;
  return better == Better::up ? yardstick.floor < yardstick.target : yardstick.floor > yardstick.target;
}

std::string textOf(const Measure& measure) {
  std::string text(base::code(measure.of));
  for (std::size_t i = 0; i < measure.where.size(); ++i) text += (i == 0 ? "[" : ", ") + measure.where[i];
  return measure.where.empty() ? text : text + "]";
}

std::string formulaOf(const Indicator& indicator) {
  if (indicator.kind == FigureKind::saving) return "1 - " + textOf(indicator.numerator) + " / 100";
  std::string text = indicator.isCounted() ? textOf(indicator.numerator) : "series " + indicator.series;
  if (indicator.kind == FigureKind::growth) return text + " / the month before - 1";
  if (indicator.denominator) text += " / " + textOf(*indicator.denominator);
  if (indicator.per == 1) return text;
  std::array<char, 32> per{};
  std::snprintf(per.data(), per.size(), "%g", indicator.per);
  text += (indicator.kind == FigureKind::amount ? " / " : " × ") + std::string(per.data());
  return text;
}

const Indicator* IndicatorRegister::find(std::string_view id) const {
  const auto found = std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& one) { return one.id == id; });
  return found == indicators.end() ? nullptr : &*found;
}

const ReportedSeries* IndicatorRegister::findSeries(std::string_view id) const {
  const auto found = std::find_if(series.begin(), series.end(), [&](const ReportedSeries& one) { return one.id == id; });
  return found == series.end() ? nullptr : &*found;
}

Result<IndicatorRegister> IndicatorRegister::parse(std::string_view text) {
  if (text.size() > kLargest) return base::fail(ErrorKind::tooLarge, {{"limit", std::to_string(kLargest)}, {"unit", "byte"}});
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  const auto* file = failure ? nullptr : document.if_object();
  const auto* format = file == nullptr ? nullptr : file->if_contains("format");
  if (format == nullptr || !format->is_string() || std::string_view(format->get_string()) != kFormat)
    return base::fail(ErrorKind::unsupportedFormat, {{"format", std::string(kFormat)}});
  IndicatorRegister made;
  Reading reading(*file, "");
  made.jurisdiction = reading.text("jurisdiction", 40);
  made.version = reading.text("version", 40);
  const auto* list = file->if_contains("indicators");
  if (list == nullptr || !list->is_array() || list->get_array().size() > kMost) reading.fail("indicators", "list");
  if (reading.error()) return *reading.error();
  for (const json::value& value : list->get_array()) {
    OW_TRY(auto one, indicatorIn(value));
    made.indicators.push_back(std::move(one));
  }
  OW_TRYV(readSeries(*file, made));
  OW_TRYV(checkTogether(made));
  return made;
}

Result<IndicatorRegister> IndicatorRegister::bundled(std::string_view jurisdiction) {
  for (const std::string_view name : {jurisdiction, std::string_view("CN")})
    if (const auto found = resources::file("indicators/" + std::string(name) + ".json"); found.data() != nullptr)
      return parse(found);
  return base::fail(ErrorKind::notFound, {{"entity", "indicators"}});
}

}  // namespace ow::insight
