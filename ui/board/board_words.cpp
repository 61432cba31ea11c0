// SPDX-License-Identifier: GPL-3.0-or-later
#include "board/board_words.h"

#include <QCoreApplication>

#include "kit/words.h"

namespace ow::ui::words {

namespace {

struct Queues {
  Q_DECLARE_TR_FUNCTIONS(Queues)
};

QString movedOn(std::string_view state) {
  const auto now = base::fromCode<domain::TicketState>(state);
  return now ? Queues::tr("The number is not where it was: %1. Nothing was changed.", "state").arg(of(*now)) : QString();
}

}  // namespace

QString of(domain::TicketState state) {
  switch (state) {
    case domain::TicketState::waiting:
      return Queues::tr("waiting");
    case domain::TicketState::called:
      return Queues::tr("called");
    case domain::TicketState::serving:
      return Queues::tr("serving");
    case domain::TicketState::done:
      return Queues::tr("served");
    case domain::TicketState::noShow:
      return Queues::tr("no-show");
    case domain::TicketState::left:
      return Queues::tr("given back");
  }
  return {};
}

QString of(domain::TicketPriority priority) {
  switch (priority) {
    case domain::TicketPriority::normal:
      return Queues::tr("without an appointment");
    case domain::TicketPriority::appointment:
      return Queues::tr("with an appointment");
    case domain::TicketPriority::priority:
      return Queues::tr("goes first", "the old, the sick, the pregnant, soldiers");
  }
  return {};
}

QString ofQueue(const std::string& queue, const std::string& name) {
  const QString letter = QString::fromStdString(queue);
  return name.empty() ? letter : Queues::tr("%1 · %2", "letter and name of a queue").arg(letter, QString::fromStdString(name));
}

QString minutesSince(base::Instant then, base::Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(now - then).count();
  return minutes < 1 ? Queues::tr("< 1 min") : Queues::tr("%n min", nullptr, static_cast<int>(minutes));
}

QString queueSentence(const base::Error& error) {
  const std::string_view rule = error.fact("rule");
  if (rule == "called_often")
    return Queues::tr("%1 was called three times. Nobody came: Ctrl+G makes it a no-show, then F12 calls the next.")
        .arg(QString::fromUtf8(error.fact("number").data(), static_cast<qsizetype>(error.fact("number").size())));
  if (rule == "call_again_first") return Queues::tr("A number is a no-show after three calls. F12 calls it again.");
  if (rule == "other_window") return Queues::tr("Another window has that number. Nothing was changed.");
  if (error.fact("field") == "window")
    return Queues::tr("This desk stands at no window, so it calls nobody. An administrator can set the window.");
  if (error.kind == base::ErrorKind::conflict) return movedOn(error.fact("state"));
  return sentence(error);
}

}  // namespace ow::ui::words
