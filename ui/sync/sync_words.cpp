// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "kit/words.h"

namespace ow::ui::words {

namespace {

using Phase = desk::SyncView::Phase;

struct SyncWords {
  Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

int amount(std::int64_t n) {
  return static_cast<int>(n);
}

QString ofAway(const desk::SyncView& view, base::Instant now, const base::TimeZone& zone) {
  if (view.waiting == 0) return SyncWords::tr("The line is cut. Nothing waits here; what you write is kept and sent later.");
  const QString since = clockTime(view.oldestWaiting.value_or(now), now, zone);
  return SyncWords::tr("The line is cut; %n change(s) wait here, the oldest since %1. Nothing is lost.", nullptr,
                       amount(view.waiting))
      .arg(since);
}

QString ofAgreement(const desk::SyncView& view, const base::TimeZone& zone) {
  if (view.troubled > 0)
    return SyncWords::tr(
        "%n change(s) could not be judged at the centre yet. They wait here and are tried again by themselves.", nullptr,
        amount(view.troubled));
  if (view.waiting > 0) return SyncWords::tr("%n change(s) are on the way to the centre.", nullptr, amount(view.waiting));
  if (view.refused > 0 && view.freshAsOf)
    return SyncWords::tr("All but %n refused change(s) are at the centre; the reasons stand below · fresh as of %1", nullptr,
                         amount(view.refused))
        .arg(timeWithSeconds(*view.freshAsOf, zone));
  if (view.filesToSend > 0) return SyncWords::tr("Every change is at the centre; what is in the files follows.");
  if (!view.freshAsOf) return SyncWords::tr("Everything is at the centre.");
  return SyncWords::tr("Everything is at the centre · fresh as of %1").arg(timeWithSeconds(*view.freshAsOf, zone));
}

// The desk's work goes on; the clerk's login at the centre does not.
QString ofRefusedClerk(const desk::SyncView& view) {
  if (view.clerkRefusal == "not_your_hall")
    return SyncWords::tr(
        "The centre does not have you on the staff of this hall. What you write is kept here; please tell your administrator.");
  return SyncWords::tr(
      "Your passphrase was changed at another window. Please unlock again with the new one: clerk menu, Another clerk. Your "
      "work is kept.");
}

QString ofPause(const desk::SyncView& view) {
  if (view.waiting == 0) return SyncWords::tr("Paused: nothing is sent or received until you go on.");
  return SyncWords::tr("Paused: %n change(s) wait here until you go on. Nothing is lost.", nullptr, amount(view.waiting));
}

QString ofBreak(const desk::SyncView& view, base::Instant now, const base::TimeZone& zone) {
  if (!view.nextTry) return SyncWords::tr("The sync stopped here. Your work is saved; please tell your administrator.");
  return SyncWords::tr(
             "The sync stopped here and is tried again at %1. Your work is saved; if it stays so, tell your administrator.")
      .arg(clockTime(*view.nextTry, now, zone));
}

}  // namespace

QString clockTime(base::Instant instant, base::Instant now, const base::TimeZone& zone) {
  if (zone.dateOf(instant) != zone.dateOf(now)) return dateTime(instant, zone);
  return timeWithSeconds(instant, zone).left(5);
}

QString ofSync(const desk::SyncView& view, base::Instant now, const base::TimeZone& zone) {
  switch (view.phase) {
    case Phase::alone:
      return SyncWords::tr("This desk works for itself: it belongs to no centre. Everything is kept here.");
    case Phase::resting:
      return SyncWords::tr("The exchange with the centre has not begun yet. Everything is kept here.");
    case Phase::idle:
    case Phase::working:
      return view.clerkRefusal.empty() ? ofAgreement(view, zone) : ofRefusedClerk(view);
    case Phase::filling:
      return SyncWords::tr("Receiving the hall: %Ln row(s). Until it is done, lists do not hold everything yet.", nullptr,
                           amount(view.rowsFilled));
    case Phase::away:
      return ofAway(view, now, zone);
    case Phase::refused:
      return view.error ? sentence(*view.error) : QString();
    case Phase::broken:
      return ofBreak(view, now, zone);
    case Phase::paused:
      return ofPause(view);
  }
  return {};
}

QString figures(const desk::SyncView& view) {
  const QLocale locale;
  return SyncWords::tr("Waiting %1 · sent %2 · safe %3 · refused %4")
      .arg(locale.toString(qlonglong(view.waiting)), locale.toString(qlonglong(view.sent)),
           locale.toString(qlonglong(view.safe)), locale.toString(qlonglong(view.refused)));
}

QString ofScopes(const desk::SyncView& view) {
  QStringList lines;
  for (const auto& scope : view.scopes) {
    const QString name = QString::fromStdString(scope.name).simplified();
    lines << (scope.isComplete
                  ? SyncWords::tr("%1: complete, %Ln row(s)", nullptr, amount(scope.rows)).arg(name)
                  : SyncWords::tr("%1: not complete yet, %Ln row(s) so far", nullptr, amount(scope.rows)).arg(name));
  }
  if (view.parked > 0)
    lines << SyncWords::tr("%n row(s) of the centre are newer than this program and wait for its update.", nullptr,
                           amount(view.parked));
  if (view.looksChanged)
    lines << SyncWords::tr(
                 "The centre's log of looks is not what this desk saw of it: somebody changed it between line %1 and line "
                 "%2. Please tell the auditor.")
                 .arg(QLocale().toString(qlonglong(view.looksChanged->first)),
                      QLocale().toString(qlonglong(view.looksChanged->second)));
  const QLocale locale;
  if (view.filesToSend > 0)
    lines << SyncWords::tr("↑ Files to be sent, after everything else: %1 · pieces left: %2")
                 .arg(locale.toString(qlonglong(view.filesToSend)), locale.toString(qlonglong(view.chunksToSend)));
  if (view.filesToFetch > 0)
    lines << SyncWords::tr("↓ Files being fetched: %1 · pieces left: %2")
                 .arg(locale.toString(qlonglong(view.filesToFetch)), locale.toString(qlonglong(view.chunksToFetch)));
  if (view.filesTroubled > 0)
    lines << SyncWords::tr("Files that could not go on and are tried again by themselves: %1")
                 .arg(locale.toString(qlonglong(view.filesTroubled)));
  return lines.join(QLatin1Char('\n'));
}

QString syncSign(const desk::SyncView& view) {
  switch (view.phase) {
    case Phase::alone:
    case Phase::resting:  // the first moment of a window
      return {};
    case Phase::idle:
    case Phase::working:
      if (!view.clerkRefusal.empty()) return SyncWords::tr("▲ Please unlock again");
      if (view.waiting == 0 && view.filesToSend > 0) return SyncWords::tr("↑ Files follow");
      return view.waiting == 0 ? SyncWords::tr("✓ At the centre")
                               : SyncWords::tr("↑ %Ln waiting", nullptr, amount(view.waiting));
    case Phase::filling:
      return SyncWords::tr("↓ Receiving %Ln row(s)", nullptr, amount(view.rowsFilled));
    case Phase::away:
      return view.waiting == 0 ? SyncWords::tr("◇ No line")
                               : SyncWords::tr("◇ %Ln waiting, sending later", nullptr, amount(view.waiting));
    case Phase::refused:
      return SyncWords::tr("▲ The centre refuses this desk");
    case Phase::broken:
      return SyncWords::tr("▲ The sync stopped");
    case Phase::paused:
      return view.waiting == 0 ? SyncWords::tr("❚❚ Sync paused")
                               : SyncWords::tr("❚❚ Paused, %Ln waiting", nullptr, amount(view.waiting));
  }
  return {};
}

QString clockWarning(const desk::SyncView& view) {
  if (!view.isClockWrong) return {};
  const QString off = howLong(std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(view.clockOffset)));
  if (view.clockOffset.count() > 0)
    return SyncWords::tr(
               "This computer's clock is %1 behind the centre's. Times that you write are wrong; tell your administrator.")
        .arg(off);
  return SyncWords::tr(
             "This computer's clock is %1 ahead of the centre's. Times that you write are wrong; tell your administrator.")
      .arg(off);
}

QString ofSection(SyncSection section) {
  switch (section) {
    case SyncSection::conflicts:
      return SyncWords::tr("Conflicts to settle");
    case SyncSection::proposals:
      return SyncWords::tr("Work that came too late");
    case SyncSection::refused:
      return SyncWords::tr("Refused by the centre");
    case SyncSection::waiting:
      return SyncWords::tr("Waiting to be sent");
    case SyncSection::sent:
      return SyncWords::tr("Sent, not safe yet");
  }
  return {};
}

}  // namespace ow::ui::words
