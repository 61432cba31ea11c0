// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

// The mean of a sample and how far it can be trusted. Pure; any thread.
namespace ow::insight {

// Nothing for an empty list.
std::optional<double> mean(std::span<const double> values);

// Half the width of the 95 % interval of the mean, by Student's t with n - 1 degrees of freedom: eight clerks are too few for
// the normal distribution. Nothing under two values, or when all are the same: then nothing is known about the next one.
std::optional<double> meanMargin(std::span<const double> values);

}  // namespace ow::insight
