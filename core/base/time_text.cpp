// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time_text.h"

#include <charconv>
#include <cstdio>

namespace ow::base {

using namespace std::chrono;

namespace {

Error badTime(const char* rule) {
  return fail(ErrorKind::invalidInput, {{"rule", rule}});
}

// Reads exactly `width` digits at the front of `text` and drops them; -1 when they are not there.
int takeDigits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

Result<Date> takeDate(std::string_view& text) {
  const int y = takeDigits(text, 4);
  const bool first = take(text, '-');
  const int m = takeDigits(text, 2);
  const bool second = take(text, '-');
  const int d = takeDigits(text, 2);
  if (y < 0 || m < 0 || d < 0 || !first || !second) return badTime("format");
  const Date date{year{y}, month{unsigned(m)}, day{unsigned(d)}};
  if (!date.ok()) return badTime("impossible_date");
  if (date < kEarliestDate || date > kLatestDate) return badTime("out_of_range");
  return date;
}

// "Z", "+08:00" or "+0800".
Result<minutes> takeOffset(std::string_view& text) {
  if (take(text, 'Z')) return minutes{0};
  const bool east = take(text, '+');
  if (!east && !take(text, '-')) return badTime("format");
  const int h = takeDigits(text, 2);
  take(text, ':');
  const int m = takeDigits(text, 2);
  if (h < 0 || h > 14 || m < 0 || m > 59) return badTime("format");
  const minutes offset = hours{h} + minutes{m};
  return east ? offset : -offset;
}

}  // namespace

std::string isoText(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text;
}

std::string isoText(Instant instant, const TimeZone& zone) {
  // Zones before standard time are off by odd seconds (Shanghai +08:05:43 until 1901), which the notation cannot say: the wall
  // clock is written for the rounded offset, so that reading the text back gives the same instant.
  const milliseconds offset = round<minutes>(zone.offsetAt(instant));
  const LocalTime local{instant.time_since_epoch() + offset};
  const auto midnight = floor<days>(local);
  const hh_mm_ss clock{local - midnight};
  char text[48];
  int n = std::snprintf(text, sizeof text, "T%02d:%02d:%02d", int(clock.hours().count()), int(clock.minutes().count()),
                        int(clock.seconds().count()));
  if (clock.subseconds().count() != 0)
    n += std::snprintf(text + n, sizeof text - std::size_t(n), ".%03d", int(clock.subseconds().count()));
  if (offset == milliseconds{0}) {
    std::snprintf(text + n, sizeof text - std::size_t(n), "Z");
  } else {
    const int total = int(duration_cast<minutes>(offset < milliseconds{0} ? -offset : offset).count());
    std::snprintf(text + n, sizeof text - std::size_t(n), "%c%02d:%02d", offset < milliseconds{0} ? '-' : '+', total / 60,
                  total % 60);
  }
  return isoText(Date{midnight}) + text;
}

Result<Date> parseIsoDate(std::string_view text) {
  OW_TRY(auto date, takeDate(text));
  if (!text.empty()) return badTime("format");
  return date;
}

Result<Instant> parseIsoInstant(std::string_view text) {
  OW_TRY(auto date, takeDate(text));
  if (!take(text, 'T') && !take(text, ' ')) return badTime("format");
  const int h = takeDigits(text, 2);
  const bool first = take(text, ':');
  const int m = takeDigits(text, 2);
  int s = 0;
  if (take(text, ':')) s = takeDigits(text, 2);
  if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60 || !first) return badTime("format");
  milliseconds fraction{0};
  if (take(text, '.')) {
    int scale = 100;
    bool any = false;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      fraction += milliseconds{scale * (text.front() - '0')};
      scale /= 10;
      any = true;
      text.remove_prefix(1);
    }
    if (!any) return badTime("format");
  }
  OW_TRY(auto offset, takeOffset(text));
  if (!text.empty()) return badTime("format");
  return Instant{sys_days{date}.time_since_epoch() + hours{h} + minutes{m} + seconds{s} + fraction - offset};
}

}  // namespace ow::base
