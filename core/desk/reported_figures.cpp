// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reported_figures.h"

#include <algorithm>
#include <map>

#include "base/text_rules.h"
#include "desk/refusals.h"
#include "desk/scorecard_inside.h"
#include "desk/told_series.h"
#include "intake/record_reader.h"
#include "intake/value_reading.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::ReportedFigure;

namespace {

// "1,234.50" -> 123450 with two decimals; nothing when it is no such number, or longer than money gets.
std::optional<std::int64_t> amountIn(std::string_view text, bool isMoney) {
  constexpr std::size_t kMostDigits = 15;
  std::string digits;
  std::optional<std::size_t> decimals;
  const bool isNegative = text.starts_with('-');
  if (isNegative) text.remove_prefix(1);
  for (const char c : text) {
    if (c == ',' && !decimals) continue;
    if (c == '.' && !decimals && isMoney) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || (decimals && ++*decimals > 2)) return std::nullopt;
    digits += c;
  }
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  if (isMoney) digits.append(2 - decimals.value_or(0), '0');
  const std::int64_t amount = std::stoll(digits);
  return isNegative ? -amount : amount;
}

struct ReportColumns {
  int series = -1, period = -1, amount = -1, department = -1, ofAmount = -1;
};

Result<ReportColumns> columnsIn(const std::vector<std::string>& names) {
  const auto place = [&names](std::string_view name) { return intake::columnNamed(names, name); };
  const ReportColumns columns{place("series"), place("period"), place("amount"), place("department"), place("of_amount")};
  for (const auto& [at, name] :
       {std::pair(columns.series, "series"), std::pair(columns.period, "period"), std::pair(columns.amount, "amount")})
    if (at < 0) return base::fail(ErrorKind::invalidInput, {{"rule", "missing_column"}, {"column", name}});
  return columns;
}

// Takes one file in, a row at a time.
class ReportTaking {
 public:
  ReportTaking(Desk::Inside& in, const ReportColumns& columns, const insight::IndicatorRegister& registry, std::string source)
      : m_in(in), m_columns(columns), m_registry(registry), m_source(std::move(source)) {}

  void take(const intake::Record& record) {
    ++result.rows;
    ReportedFigure made;
    const auto fault = read(record, made);
    if (fault) return reject(record.line, fault->first, fault->second);
    m_given[{made.series, made.period, made.department.value_or("")}] = std::move(made);
    ++result.accepted;
  }
  void reject(std::int64_t line, std::string rule, std::string column) {
    ++result.rejected;
    if (result.faults.size() < ImportedReports::kMostFaults)
      result.faults.push_back({line, std::move(rule), std::move(column)});
  }

  Result<void> write() {
    if (m_given.empty()) return base::success();
    OW_TRY(auto write, m_in.store->write());
    OW_TRYV(dropUnchanged(write.connection()));
    auto writer = m_in.writer("report");
    for (auto& [key, made] : m_given) {
      made.id = m_in.ids.make<domain::ReportedFigureId>();
      made.reportedAt = m_in.now();
      writer.create(made);
    }
    OW_TRYV(write.apply(writer.take()));
    return write.commit();
  }

  ImportedReports result;

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // series, period, department
  using Fault = std::pair<std::string, std::string>;              // rule, column

  std::string_view cell(const intake::Record& record, int column) const {
    return column < 0 ? std::string_view() : intake::trimmed(record.fields[std::size_t(column)]);
  }

  const insight::ReportedSeries* seriesCalled(std::string_view text) const {
    for (const insight::ReportedSeries& one : m_registry.series)
      if (text == one.id || text == one.zh || text == one.en) return &one;
    return nullptr;
  }

  std::optional<Fault> read(const intake::Record& record, ReportedFigure& made) const {
    const auto* series = seriesCalled(cell(record, m_columns.series));
    if (series == nullptr) return Fault{"unknown_series", "series"};
    made.series = series->id;
    made.period = cell(record, m_columns.period);
    if (!domain::isMonthText(made.period)) return Fault{"format", "period"};
    const auto amount = amountIn(cell(record, m_columns.amount), series->isMoney);
    if (!amount) return Fault{cell(record, m_columns.amount).empty() ? "missing" : "format", "amount"};
    made.amount = *amount;
    if (const auto whole = cell(record, m_columns.ofAmount); !whole.empty()) {
      made.ofAmount = amountIn(whole, series->isWholeMoney);
      if (!made.ofAmount) return Fault{"format", "of_amount"};
      if (*made.ofAmount <= 0) return Fault{"out_of_range", "of_amount"};
    }
    if (const auto department = cell(record, m_columns.department); !department.empty()) {
      const auto name = base::acceptText(department, base::kNameLimits, base::Lines::single);
      if (!name) return Fault{std::string(name.error().fact("rule")), "department"};
      made.department = name.value();
    }
    made.hall = m_in.place.hall;
    made.source = m_source;
    made.authorId = m_in.clerk.id;
    return std::nullopt;
  }

  Result<void> dropUnchanged(store::Connection& connection) {
    std::string from, to;
    for (const auto& [key, made] : m_given) {
      if (from.empty() || made.period < from) from = made.period;
      to = std::max(to, made.period);
    }
    OW_TRY(const auto known, store::reportedFigures(connection, m_in.place.hall, {from, to}));
    for (const auto& [report, author] : known) {
      const auto same = m_given.find({report.series, report.period, report.department.value_or("")});
      if (same == m_given.end() || same->second.amount != report.amount || same->second.ofAmount != report.ofAmount) continue;
      m_given.erase(same);
      --result.accepted;
      ++result.unchanged;
    }
    return base::success();
  }

  Desk::Inside& m_in;
  const ReportColumns& m_columns;
  const insight::IndicatorRegister& m_registry;
  std::string m_source;
  std::map<Key, ReportedFigure> m_given;
};

}  // namespace

Result<std::vector<ReportShown>> reportsIn(Desk& desk, const insight::Period& period) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  const auto months = wholeMonths(period.days);
  if (!months) return std::vector<ReportShown>();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(const auto rows, store::reportedFigures(reader.connection(), in.place.hall, *months));
  std::vector<ReportShown> all;
  for (const auto& [row, author] : rows)
    all.push_back(
        {row.department.value_or(""), row.series, row.period, row.amount, row.ofAmount, row.source, author, row.reportedAt});
  return all;
}

Result<bool> reportFigure(Desk& desk, const GivenReport& given) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  if (in.clerk.id.isNil()) return notAllowed("no_author");
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  const ReportColumns columns{.series = 0, .period = 1, .amount = 2, .department = 3, .ofAmount = 4};
  ReportTaking taking(in, columns, registry, "typed");
  taking.take({1, {given.series, given.period, given.amount, given.department, given.ofAmount}});
  if (!taking.result.faults.empty()) {
    const ReportFault& fault = taking.result.faults.front();
    return base::fail(ErrorKind::invalidInput, {{"field", fault.column}, {"rule", fault.rule}});
  }
  OW_TRYV(taking.write());
  return taking.result.accepted > 0;
}

Result<ImportedReports> importReports(Desk& desk, const std::filesystem::path& file) {
  Desk::Inside& in = desk.inside();
  OW_TRYV(checkSupervisor(in));
  if (in.clerk.id.isNil()) return notAllowed("no_author");
  OW_TRY(const auto registry, insight::IndicatorRegister::bundled(in.place.jurisdiction));
  OW_TRY(auto records, intake::openRecords(file, {}));
  OW_TRY(const auto columns, columnsIn(records->columns()));
  OW_TRY(const auto source, base::acceptText(file.filename().string(), base::kShortTextLimits, base::Lines::single));
  ReportTaking taking(in, columns, registry, source);
  for (;;) {
    OW_TRY(auto next, records->next());
    if (!next) break;
    if (const auto* fault = std::get_if<intake::RowFault>(&*next)) {
      ++taking.result.rows;
      taking.reject(fault->line, fault->rule, "");
    } else {
      taking.take(std::get<intake::Record>(*next));
    }
  }
  OW_TRYV(taking.write());
  return std::move(taking.result);
}

}  // namespace ow::desk
