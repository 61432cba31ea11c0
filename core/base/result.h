// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/terminate.hpp>
#include <boost/outcome/success_failure.hpp>
#include <boost/outcome/try.hpp>

#include "base/error.h"

namespace ow::base {

// What every fallible function of core returns: a value or an Error. Reading the wrong side is a broken invariant and aborts.
template <class T>
using Result = boost::outcome_v2::basic_result<T, Error, boost::outcome_v2::policy::terminate>;

inline boost::outcome_v2::success_type<void> success() {
  return boost::outcome_v2::success();
}

inline Error fail(ErrorKind kind, std::vector<Fact> facts = {}) {
  return Error{kind, std::move(facts)};
}

}  // namespace ow::base

// OW_TRY(auto x, f());  takes the value or returns the error.   OW_TRYV(f());  the same for a Result<void>.
#define OW_TRY(...) BOOST_OUTCOME_TRY(__VA_ARGS__)
// The latter is one statement, so it may stand alone behind an `if` or `for`.
#define OW_TRYV(...)                                                                    \
  do {                                                                                  \
    if (auto owTried = (__VA_ARGS__); !owTried) return std::move(owTried).as_failure(); \
  } while (false)
