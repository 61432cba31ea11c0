// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "desk/cases.h"
#include "desk/colleagues.h"

namespace ow::ui {

class Bridge;
class Navigator;

// What a clerk does with a case, from wherever it is shown: carries it to the write lane and says afterwards, in a whole
// sentence, what happened. A success is told only after the commit; a refusal says what was kept.
class CaseWork : public QObject {
  Q_OBJECT
 public:
  CaseWork(Bridge& bridge, Navigator& navigator, QObject* parent);

  // `number` is only for the sentence.
  void move(const desk::Move& move, const QString& number);
  void finishOnTheSpot(domain::CaseId id, domain::CaseState expected, domain::Outcome outcome, const std::string& text,
                       const QString& number);
  void take(domain::CaseId id, const QString& number);
  void giveBack(domain::CaseId id, const QString& number);
  void assign(domain::CaseId id, const desk::Colleague& to, const QString& number);
  void setPriority(domain::CaseId id, domain::Priority priority, const QString& number);
  // `draft`: as the write lane knows it, see DraftKeeper::stored().
  void addNote(domain::CaseId id, const std::string& text, std::shared_ptr<const domain::DraftId> draft, const QString& number);
  // Finds the other case by its number, as it was typed.
  void linkTo(domain::CaseId id, const std::string& typedNumber, domain::CaseLinkKind kind, const QString& number);

  bool isBusy() const { return m_running > 0; }

 signals:
  void started();
  // Whichever way it went; screens read the case again.
  void finished(ow::domain::CaseId id, bool wasDone);

 private:
  using Carry = std::function<base::Result<void>(desk::Desk&)>;
  void carry(domain::CaseId id, Carry work, const QString& done);
  void tell(const base::Error& error);

  Bridge& m_bridge;
  Navigator& m_navigator;
  int m_running = 0;
};

// What to say when a case has been moved, a whole sentence per step.
QString movedSentence(domain::CaseEventKind event, const QString& number);

}  // namespace ow::ui
