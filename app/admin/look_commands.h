// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "centre/address.h"
#include "command.h"

// What auditors ask the centre: who looked at whom, and whether anybody changed what was written of it.
namespace ow::admin {

// --person ID, --clerk LOGIN, --since DAY or INSTANT, --most N
base::Result<Answer> listLooks(const centre::Address& address, const boost::program_options::variables_map& values);
base::Result<Answer> checkLooks(const centre::Address& address);

// Their options, for the command that they are part of.
void describeLooks(boost::program_options::options_description& options);

}  // namespace ow::admin
