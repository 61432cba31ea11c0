// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "kit/words.h"
#include "sync/sync_words.h"

namespace ow::ui::words {

namespace {

using desk::WorkState;
using domain::OperationKind;

struct ItemWords {
  Q_DECLARE_TR_FUNCTIONS(ItemWords)
};

QString nameOrSystem(const std::string& name) {
  return name.empty() ? ItemWords::tr("The system", "who did something") : QString::fromStdString(name);
}

QString ofRule(const std::string& rule) {
  if (rule == "state_moved") return ItemWords::tr("The case had been moved meanwhile.");
  if (rule == "erased") return ItemWords::tr("It had been erased at the centre meanwhile.");
  if (rule == "cause_refused" || rule == "creation_refused") return ItemWords::tr("It belongs to a change that was refused.");
  if (rule == "rivals_changed") return ItemWords::tr("Another value came in meanwhile; the conflict stands open again.");
  if (rule == "unknown_author") return ItemWords::tr("The centre does not know this clerk. Tell your administrator.");
  if (rule == "not_your_right") return ItemWords::tr("This clerk has no right to do that. Ask your supervisor.");
  if (rule == "unknown_entity") return ItemWords::tr("The centre does not show this to your hall.");
  if (rule == "already_rated") return ItemWords::tr("This visit had been rated at another pad; the first voice counts.");
  if (rule == "already_answered")
    return ItemWords::tr("Somebody else had taken down an answer for this place of the survey; the first one counts.");
  if (rule == "managed_centrally") return ItemWords::tr("The centre's administrators keep this.");
  if (rule.empty()) return {};
  return ItemWords::tr("The centre did not take it (%1). Tell your administrator.").arg(QString::fromStdString(rule));
}

QString ofRefusedWork(const desk::SentWork& work, const base::TimeZone& zone) {
  // Nobody decides about it: the first has called it.
  if (work.entity == "ticket" && (work.reason == "state_moved" || work.reason == "cause_refused"))
    return ItemWords::tr("Refused: another window had that number first.");
  if (work.reason != "state_moved" || !work.caseState || work.by.empty() || !work.movedAt)
    return ItemWords::tr("Refused: %1", "a sentence follows").arg(ofRule(work.reason));
  return ItemWords::tr("Refused: %1 had moved the case to “%2” on %3. Your step stands among the work that came too late.",
                       "who, state, when")
      .arg(QString::fromStdString(work.by), of(*work.caseState), dateTime(*work.movedAt, zone));
}

QString ofWaitingWork(const desk::SentWork& work, const base::TimeZone& zone) {
  if (work.attempts == 0 || !work.nextTry) return ItemWords::tr("Waits to be sent.");
  return ItemWords::tr("Tried %n time(s) in vain; the next time is %1.", nullptr, work.attempts)
      .arg(dateTime(*work.nextTry, zone));
}

QString ofWorkState(const desk::SentWork& work, const base::TimeZone& zone) {
  if (work.state == WorkState::refused) return ofRefusedWork(work, zone);
  if (work.state == WorkState::waiting) return ofWaitingWork(work, zone);
  if (work.isConflict) return ItemWords::tr("Somebody else changed the same field: it stands among the conflicts.");
  return work.state == WorkState::sent ? ItemWords::tr("Sent: the centre has it.")
                                       : ItemWords::tr("Safe: the centre keeps it even if a server is lost.");
}

}  // namespace

QString ofRivalGiver(const desk::RivalValue& rival, int number) {
  const QString who = rival.isMine ? ItemWords::tr("Mine", "the value that I gave") : nameOrSystem(rival.author);
  const QString text = rival.isShown ? ItemWords::tr("%1 · %2 · shown now", "key, who gave a value")
                                     : ItemWords::tr("%1 · %2", "key, who gave a value");
  return text.arg(number).arg(who);
}

QString ofRivalOrigin(const desk::RivalValue& rival, const base::TimeZone& zone) {
  return ItemWords::tr("Desk %1, %2", "desk, when").arg(QString::fromStdString(rival.desk), dateTime(rival.at, zone));
}

QString ofProposal(const desk::OpenProposal& proposal) {
  if (proposal.wanted && proposal.present && proposal.outcome)
    return ItemWords::tr("Step to “%1” (%2); the case is “%3” now")
        .arg(of(*proposal.wanted), of(*proposal.outcome), of(*proposal.present));
  if (proposal.wanted && proposal.present)
    return ItemWords::tr("Step to “%1”; the case is “%2” now").arg(of(*proposal.wanted), of(*proposal.present));
  if (proposal.wanted) return ItemWords::tr("Step to “%1”").arg(of(*proposal.wanted));
  const QString what = ofEntity(proposal.entity);
  if (proposal.operation == OperationKind::patch) return ItemWords::tr("Change: %1").arg(what);
  if (proposal.operation == OperationKind::erase) return ItemWords::tr("Erasure: %1").arg(what);
  if (proposal.operation == OperationKind::transition) return ItemWords::tr("Settling of a conflict");
  return ItemWords::tr("New: %1").arg(what);
}

QString ofProposalStory(const desk::OpenProposal& proposal, const base::TimeZone& zone) {
  const QString who = proposal.isMine ? ItemWords::tr("You") : nameOrSystem(proposal.author);
  return ItemWords::tr("%1, desk %2, %3. %4", "who, desk, when; a sentence that says why it came too late")
      .arg(who, QString::fromStdString(proposal.desk), dateTime(proposal.at, zone), ofRule(proposal.rule));
}

QString ofProposalRefusal(const desk::OpenProposal& proposal) {
  if (proposal.canAccept) return {};
  if (proposal.why == "transition") return ItemWords::tr("This step cannot follow the case's present state.");
  if (proposal.why == "erased") return ItemWords::tr("What it was about is not here any more.");
  if (proposal.why == "rivals_changed") return ItemWords::tr("Settle the conflict itself; it stands above.");
  return ItemWords::tr("This version of the program does not know that kind of work.");
}

QString ofWork(const desk::SentWork& work) {
  const QString what = ofEntity(work.entity);
  if (work.kind == "create") return ItemWords::tr("New: %1").arg(what);
  if (work.kind == "append") return what;
  if (work.kind == "erase") return ItemWords::tr("Erasure: %1").arg(what);
  if (work.entity == "conflict") return ItemWords::tr("Settling of a conflict");
  if (work.entity == "proposal") return ItemWords::tr("Decision about late work");
  if (work.kind == "transition") return ItemWords::tr("Step of a case");
  return ItemWords::tr("Change: %1").arg(what);
}

QString ofWorkStory(const desk::SentWork& work, const base::TimeZone& zone) {
  return ItemWords::tr("%1, %2. %3", "who, when; a sentence that says how it stands")
      .arg(nameOrSystem(work.author), dateTime(work.at, zone), ofWorkState(work, zone));
}

}  // namespace ow::ui::words
