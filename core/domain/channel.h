// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enum_codes.h"

namespace ow::domain {

// How a contact reached the hall or left it (GB/T 39046-2020 A.7 and table 9, and every channel the field names).
enum class Channel {
  counter,
  phone,
  hotline,
  web,
  app,
  wechat,
  weibo,
  sms,
  email,
  letter,
  fax,
  kiosk,
  digitalTv,
  chat,
  video,
  social,
  homeVisit,
  courier,
  staff,  // raised by the hall's own people (city workers, core business system)
  other,
};

enum class Direction { inbound, outbound };

}  // namespace ow::domain

template <>
inline constexpr auto ow::base::kCodes<ow::domain::Channel> = std::array<std::string_view, 20>{
    "counter", "phone", "hotline",    "web",  "app",   "wechat", "weibo",      "sms",     "email", "letter",
    "fax",     "kiosk", "digital_tv", "chat", "video", "social", "home_visit", "courier", "staff", "other"};
template <>
inline constexpr auto ow::base::kCodes<ow::domain::Direction> = std::array<std::string_view, 2>{"inbound", "outbound"};
