// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>

#include "bench/stopwatch.h"
#include "bench/sync/shell.h"

// One line each of the table: a measured figure beside its limit, measured in the same run and in turns with it.
namespace ow::bench {

struct Amount {
  bool isQuick = false;
  int turns = 3;  // of each figure with its limit
};

boost::json::array measureFilling(const Amount& amount, std::int64_t cases, int copies);
boost::json::array measureCatchUp(const Amount& amount);
boost::json::object measureOneChange(const Amount& amount);
boost::json::array measurePushing(const Amount& amount);
boost::json::object measureIdleDesks(const Amount& amount);

// Wall time and processor time of everything that takes part.
struct Timed {
  Sample wall, processor;  // ms, s
  template <class Work>
  void run(pid_t server, Work work) {
    const double before = processorSecondsOfAll(server);
    wall.millis.push_back(measure(1, work, 0).millis.front());
    processor.millis.push_back(processorSecondsOfAll(server) - before);
  }
};

inline double median(const Sample& sample) {
  return sample.percentile(0.5);
}
inline boost::json::array all(const Sample& sample) {
  return boost::json::array(sample.millis.begin(), sample.millis.end());
}

}  // namespace ow::bench
