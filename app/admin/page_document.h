// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "base/time_zone.h"
#include "desk/case_list.h"
#include "desk/cases.h"
#include "desk/profile.h"

// The pages of the front office as JSON, masked as they are.
namespace ow::admin {

boost::json::object documentOf(const desk::Profile& profile, const base::TimeZone& zone);
boost::json::object documentOf(const desk::CasePage& page, const base::TimeZone& zone);
boost::json::object documentOf(const desk::CaseListRow& row, const base::TimeZone& zone);
// "name: value" lines for people, nested ones indented.
std::string linesOf(const boost::json::object& document);

}  // namespace ow::admin
