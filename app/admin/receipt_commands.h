// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "command.h"

namespace ow::admin {

// What is done with the codes on receipts: `what` is receipt, redeem or kiosk. For scripts and for a gateway with a desk of its
// own: no line is needed.
base::Result<Answer> receiptAnswer(const std::string& what, const Invocation& invocation,
                                   const boost::program_options::variables_map& values);

}  // namespace ow::admin
