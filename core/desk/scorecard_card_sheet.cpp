// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "desk/report_book.h"
#include "desk/scorecard_sheets.h"

namespace ow::desk {

using insight::FigureKind;
using insight::Indicator;
using insight::SampleSize;

namespace {

// Places of the columns that names lead to.
constexpr std::size_t kValue = 3, kNumerator = 4, kDenominator = 5, kTarget = 10, kFloor = 11, kWeight = 12, kScore = 13,
                      kCoverage = 14;
constexpr std::array<std::pair<std::size_t, const char*>, 7> kNamed{{{kValue, ""},
                                                                     {kNumerator, "_numerator"},
                                                                     {kDenominator, "_denominator"},
                                                                     {kTarget, "_target"},
                                                                     {kFloor, "_floor"},
                                                                     {kWeight, "_weight"},
                                                                     {kScore, "_score"}}};
constexpr std::size_t kLongestFormula = 8000;  // a spreadsheet takes 8,192 characters

// Names as a spreadsheet takes them: letters, digits and underscores, each once whatever its case, none like a cell (R1C1).
class FigureNames {
 public:
  std::string make(const std::string& id) {
    std::string plain;
    for (const char c : id) plain += isWord(c) ? c : '_';
    if (plain.empty() || !isLetter(plain.front()) || plain.find('_') == std::string::npos) plain = "f_" + plain;
    std::string name = plain;
    for (int n = 2; isTaken(name); ++n) name = plain + "_" + std::to_string(n);
    for (const auto& [column, ending] : kNamed) m_taken.insert(lowered(name + ending));
    return name;
  }

 private:
  static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool isWord(char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_'; }
  static std::string lowered(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return text;
  }
  bool isTaken(const std::string& name) const {
    for (const auto& [column, ending] : kNamed)
      if (m_taken.contains(lowered(name + ending))) return true;
    return false;
  }
  std::set<std::string> m_taken;
};

class CardRows {
 public:
  CardRows(const Scorecard& card, const ReportWords& words) : m_card(card), m_words(words) {
    for (const ScorecardLine& line : card.lines) m_nameOf[line.indicator.id] = m_names.make(line.indicator.id);
  }

  void add(const PerspectiveLine& perspective) {
    const std::string code(base::code(perspective.perspective));
    std::vector<ReportCell> row(columns().size());
    row[0] = ReportCell::text(m_words.of("perspective", code));
    row[2] = ReportCell::text(m_words("perspective_score"));
    if (perspective.score) {
      row[kScore] = ReportCell::number(perspective.score->score, CellLook::decimal);
      row[kScore].formula = scoreFormula(perspective.perspective);
      row[kCoverage] = ReportCell::number(perspective.score->coverage, CellLook::percent);
      row[kCoverage].formula = coverageFormula(perspective.perspective);
    }
    m_made.sheet.rows.push_back(std::move(row));
    if (perspective.score) name(m_names.make(code + "_perspective") + "_score", kScore);
    for (const ScorecardLine& line : m_card.lines)
      if (line.indicator.perspective == perspective.perspective) add(line);
  }

  std::vector<std::string> columns() const {
    std::vector<std::string> columns{m_words("column.perspective"), m_words("column.id"), m_words("column.indicator")};
    for (std::string& one : figureColumns(m_words)) columns.push_back(std::move(one));
    for (const char* key : {"unit", "target", "floor", "weight", "score", "coverage", "version"})
      columns.push_back(m_words(std::string("column.") + key));
    return columns;
  }

  CardSheet take() {
    m_made.sheet.name = m_words("sheet.scorecard");
    m_made.sheet.columns = columns();
    return std::move(m_made);
  }

 private:
  void add(const ScorecardLine& line) {
    const Indicator& indicator = line.indicator;
    const std::string& named = m_nameOf[indicator.id];
    std::vector<ReportCell> row{ReportCell::text(m_words.of("perspective", base::code(indicator.perspective))),
                                ReportCell::text(indicator.id),
                                ReportCell::text(indicator.name(base::code(m_words.language())))};
    for (ReportCell& cell : figureCells(indicator, line.figure, m_words, named + "_numerator", named + "_denominator"))
      row.push_back(std::move(cell));
    row.push_back(ReportCell::text(m_words.of("unit", indicator.unit)));
    row.push_back(indicator.yardstick ? ReportCell::number(indicator.yardstick->target, lookOf(indicator)) : ReportCell{});
    row.push_back(indicator.yardstick ? ReportCell::number(indicator.yardstick->floor, lookOf(indicator)) : ReportCell{});
    row.push_back(ReportCell::number(indicator.weight, CellLook::percent));
    row.push_back(ReportCell::number(line.figure.score, CellLook::decimal));
    if (line.figure.score) row.back().formula = scoreFormula(named, *indicator.yardstick);
    row.push_back({});
    row.push_back(ReportCell::number(indicator.version));
    m_made.sheet.rows.push_back(std::move(row));
    for (const auto& [column, ending] : kNamed) name(named + ending, column);
  }

  // An empty cell gets no name: a formula would take it for 0.
  void name(const std::string& name, std::size_t column) {
    const std::size_t row = m_made.sheet.rows.size() - 1;
    if (!std::holds_alternative<std::monostate>(m_made.sheet.rows[row][column].value))
      m_made.names.push_back({name, 0, row, column});
  }

  // "a_weight+b_weight" over what is weighed in a perspective: all of it, or what is known, and that times its score.
  enum class Sum { allWeights, knownWeights, knownScores };
  std::string sumOf(insight::Perspective perspective, Sum sum) {
    std::string text;
    for (const ScorecardLine& line : m_card.lines) {
      if (line.indicator.perspective != perspective || !(line.indicator.weight > 0)) continue;
      if (sum != Sum::allWeights && !line.figure.score) continue;
      const std::string& named = m_nameOf[line.indicator.id];
      text += (text.empty() ? "" : "+") + named + "_weight" + (sum == Sum::knownScores ? "*" + named + "_score" : "");
    }
    return text;
  }
  std::string quotient(const std::string& above, const std::string& below) const {
    const std::string formula = "=(" + above + ")/(" + below + ")";
    return formula.size() > kLongestFormula ? std::string() : formula;  // then it stays a number
  }
  static std::string scoreFormula(const std::string& named, const insight::Yardstick& yardstick) {
    std::string reached = "(" + named + "-" + named + "_floor)/(" + named + "_target-" + named + "_floor)";
    if (yardstick.above)
      reached += ",(" + digitsOf(yardstick.above->floor) + "-" + named + ")/(" +
                 digitsOf(yardstick.above->floor - yardstick.above->target) + ")";
    return "=100*MAX(0,MIN(1," + reached + "))";
  }
  std::string scoreFormula(insight::Perspective perspective) {
    return quotient(sumOf(perspective, Sum::knownScores), sumOf(perspective, Sum::knownWeights));
  }
  std::string coverageFormula(insight::Perspective perspective) {
    return quotient(sumOf(perspective, Sum::knownWeights), sumOf(perspective, Sum::allWeights));
  }

  const Scorecard& m_card;
  const ReportWords& m_words;
  FigureNames m_names;
  std::map<std::string, std::string> m_nameOf;
  CardSheet m_made;
};

}  // namespace

CellLook lookOf(const Indicator& indicator) {
  if (indicator.isPercent()) return CellLook::percent;
  const bool isWhole = indicator.kind == FigureKind::count || indicator.kind == FigureKind::amount;
  return isWhole ? CellLook::whole : CellLook::decimal;
}

std::vector<std::string> figureColumns(const ReportWords& words) {
  std::vector<std::string> columns;
  for (const char* key : {"value", "numerator", "denominator", "low", "high", "sample"})
    columns.push_back(words(std::string("column.") + key));
  return columns;
}

std::vector<ReportCell> figureCells(const Indicator& indicator, const insight::Figure& figure, const ReportWords& words,
                                    const std::string& numerator, const std::string& denominator) {
  static constexpr std::array kSamples{"suppressed", "small", "enough"};
  const auto sample = ReportCell::text(words.of("sample", kSamples[std::size_t(figure.sample)]));
  if (indicator.isReported() && !figure.told) return {{}, {}, {}, {}, {}, ReportCell::text(words("not_reported"))};
  if (figure.sample == SampleSize::suppressed) return {{}, {}, {}, {}, {}, sample};
  ReportCell value = ReportCell::number(figure.value, lookOf(indicator));
  const auto parts = insight::partsOf(indicator, figure);
  if (figure.value && parts.denominator)
    value.formula = "=" + numerator + "/" + denominator + (indicator.per != 1 ? "*" + digitsOf(indicator.per) : std::string()) +
                    (indicator.kind == FigureKind::growth ? "-1" : "");
  ReportCell low, high;
  if (figure.interval) {
    low = ReportCell::number(figure.interval->low, CellLook::percent);
    high = ReportCell::number(figure.interval->high, CellLook::percent);
  }
  return {value,
          ReportCell::number(parts.numerator, CellLook::whole),
          ReportCell::number(parts.denominator, CellLook::whole),
          low,
          high,
          sample};
}

CardSheet cardSheet(const Scorecard& card, const ReportWords& words) {
  CardRows rows(card, words);
  for (const PerspectiveLine& perspective : card.perspectives) rows.add(perspective);
  return rows.take();
}

}  // namespace ow::desk
