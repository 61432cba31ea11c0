// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/task_times.h"

#include <boost/json.hpp>

#include "base/time_text.h"
#include "desk/inside.h"
#include "domain/scorecard_record.h"
#include "store/desk_state.h"

namespace ow::desk {

namespace json = boost::json;
using base::Result;

namespace {

constexpr const char* kKept = "tasks";  // the value of the desk that the sums of a day stand in
constexpr std::size_t kTasks = base::kCodes<FormTask>.size();

struct TaskSum {
  std::int64_t n = 0, millis = 0, keys = 0;
};
struct DaySums {
  std::string day;
  std::array<TaskSum, kTasks> tasks;
};

std::string textOf(const DaySums& sums) {
  json::object document{{"day", sums.day}};
  for (std::size_t i = 0; i < kTasks; ++i)
    document[base::code(FormTask(i))] = json::array{sums.tasks[i].n, sums.tasks[i].millis, sums.tasks[i].keys};
  return json::serialize(document);
}

// What cannot be read is as good as nothing: the sums of a day are no reason to keep a clerk from working.
DaySums sumsIn(const std::string& text) {
  DaySums sums;
  boost::system::error_code failure;
  const auto document = json::parse(text, failure);
  if (failure || !document.is_object()) return sums;
  if (const auto* day = document.get_object().if_contains("day"); day != nullptr && day->is_string())
    sums.day = std::string(day->get_string());
  for (std::size_t i = 0; i < kTasks; ++i) {
    const auto* task = document.get_object().if_contains(base::code(FormTask(i)));
    const auto* three = task == nullptr ? nullptr : task->if_array();
    if (three == nullptr || three->size() != 3 || !(*three)[0].is_int64() || !(*three)[1].is_int64() || !(*three)[2].is_int64())
      continue;
    sums.tasks[i] = {(*three)[0].get_int64(), (*three)[1].get_int64(), (*three)[2].get_int64()};
  }
  return sums;
}

void report(Desk::Inside& in, domain::OperationWriter& writer, const DaySums& sums, const std::string& measure,
            std::int64_t TaskSum::* what, std::int64_t unit) {
  for (std::size_t i = 0; i < kTasks; ++i) {
    const TaskSum& sum = sums.tasks[i];
    if (sum.n == 0) continue;
    domain::ReportedFigure made;
    made.id = in.ids.make<domain::ReportedFigureId>();
    made.hall = in.place.hall;
    made.series = "task." + std::string(base::code(FormTask(i))) + "." + measure;
    made.period = sums.day;
    made.amount = sum.*what / unit;
    made.ofAmount = sum.n;
    made.source = "desk " + in.place.desk;
    made.reportedAt = in.now();
    made.authorId = in.clerk.id;
    writer.create(made);
  }
}

}  // namespace

Result<void> noteTask(Desk& desk, FormTask task, std::chrono::milliseconds took, int keys) {
  Desk::Inside& in = desk.inside();
  if (took > kLongestTask || took.count() <= 0 || keys <= 0 || in.clerk.id.isNil()) return base::success();
  constexpr std::int64_t kMillisOfSecond = 1000;
  const std::string today = base::isoText(in.today());
  OW_TRY(auto write, in.store->write());
  OW_TRY(const auto kept, store::deskValue(write.connection(), kKept));
  DaySums sums = kept ? sumsIn(*kept) : DaySums{};
  if (sums.day != today) {
    auto writer = in.writer("task_times");
    report(in, writer, sums, "seconds", &TaskSum::millis, kMillisOfSecond);
    report(in, writer, sums, "keystrokes", &TaskSum::keys, 1);
    auto operations = writer.take();
    if (!operations.empty()) OW_TRYV(write.apply(std::move(operations)));
    sums = {today, {}};
  }
  TaskSum& sum = sums.tasks[std::size_t(task)];
  ++sum.n;
  sum.millis += took.count();
  sum.keys += keys;
  OW_TRYV(store::putDeskValue(write.connection(), kKept, textOf(sums)));
  return write.commit();
}

}  // namespace ow::desk
