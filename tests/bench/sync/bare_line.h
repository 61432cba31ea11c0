// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "centre/address.h"

namespace ow::bench {

// What everything is compared with: libpq and nothing of ours. Throws std::runtime_error.
class BareLine {
 public:
  explicit BareLine(const centre::Address& as);
  ~BareLine();
  BareLine(const BareLine&) = delete;
  BareLine& operator=(const BareLine&) = delete;

  // Of the first row's first column; empty when there is none.
  std::string value(const std::string& sql, const std::vector<std::string>& parameters = {});
  double number(const std::string& sql, const std::vector<std::string>& parameters = {}) {
    return std::stod(value(sql, parameters));
  }

  void beginCopy(const std::string& sql);
  void copy(std::string_view text);
  void endCopy();

 private:
  [[noreturn]] void fail(const char* where) const;
  PGconn* m_connection;
};

}  // namespace ow::bench
