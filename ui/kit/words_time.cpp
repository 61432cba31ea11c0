// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDate>
#include <QDateTime>
#include <QLocale>

#include <cstdlib>

#include "kit/words.h"
#include "kit/words_context.h"

namespace ow::ui::words {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;

QDate toQt(base::Date date) {
  return QDate(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
               static_cast<int>(static_cast<unsigned>(date.day())));
}

QTime timeOfDay(base::LocalTime local) {
  const auto sinceMidnight = local - floor<days>(local);
  return QTime::fromMSecsSinceStartOfDay(static_cast<int>(sinceMidnight.count()));
}

// The C locale knows the English month names of every Qt version alike; formats with numbers only need none.
QString written(const QDateTime& when, const QString& format) {
  return QLocale::c().toString(when, format);
}

int whole(auto amount) {
  return static_cast<int>(amount.count());
}

// How far apart, largest two units; `left` and `over` are whole sentences per unit, because no language glues them alike.
QString left(std::chrono::milliseconds rest) {
  const auto d = floor<days>(rest);
  const auto h = floor<hours>(rest - d);
  const auto m = floor<minutes>(rest - d - h);
  if (d >= days(3)) return Words::tr("%n day(s) left", nullptr, whole(d));
  if (d >= days(1)) return Words::tr("%1 d %2 h left").arg(whole(d)).arg(whole(h));
  if (h >= hours(1)) return Words::tr("%1 h %2 min left").arg(whole(h)).arg(whole(m));
  return Words::tr("%n min left", nullptr, whole(m));
}

QString over(std::chrono::milliseconds late) {
  const auto d = floor<days>(late);
  const auto h = floor<hours>(late);
  if (d >= days(1)) return Words::tr("%n day(s) over", nullptr, whole(d));
  if (h >= hours(1)) return Words::tr("%n hour(s) over", nullptr, whole(h));
  return Words::tr("%n min over", nullptr, whole(floor<minutes>(late)));
}

}  // namespace

QString date(base::Date date) {
  return written(toQt(date).startOfDay(), Words::tr("d MMM yyyy", "date: 9 Aug 2026"));
}

QString date(base::Instant instant, const base::TimeZone& zone) {
  return date(zone.dateOf(instant));
}

QString dateTime(base::Instant instant, const base::TimeZone& zone) {
  return written(QDateTime(toQt(zone.dateOf(instant)), timeOfDay(zone.toLocal(instant)), Qt::UTC),
                 Words::tr("d MMM yyyy, HH:mm", "date and time: 9 Aug 2026, 14:05"));
}

QString timeWithSeconds(base::Instant instant, const base::TimeZone& zone) {
  return timeOfDay(zone.toLocal(instant)).toString(QStringLiteral("HH:mm:ss"));
}

QString ago(base::Instant then, base::Instant now) {
  const auto past = now - then;
  if (past < minutes(1)) return Words::tr("just now");  // also when the clock was set back
  if (past < hours(1)) return Words::tr("%n min ago", nullptr, whole(floor<minutes>(past)));
  if (past < days(1)) return Words::tr("%n hour(s) ago", nullptr, whole(floor<hours>(past)));
  if (past < days(60)) return Words::tr("%n day(s) ago", nullptr, whole(floor<days>(past)));
  if (past < days(730)) return Words::tr("%n month(s) ago", nullptr, whole(floor<std::chrono::months>(past)));
  return Words::tr("%n year(s) ago", nullptr, whole(floor<std::chrono::years>(past)));
}

QString remaining(base::Instant due, base::Instant now) {
  return due >= now ? left(due - now) : over(now - due);
}

QString howLong(std::chrono::seconds wait) {
  if (wait < minutes(2)) return Words::tr("%n second(s)", nullptr, whole(wait));
  return Words::tr("%n minute(s)", nullptr, whole(std::chrono::ceil<minutes>(wait)));
}

}  // namespace ow::ui::words
