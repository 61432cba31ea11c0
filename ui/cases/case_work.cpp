// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_work.h"

#include <algorithm>
#include <utility>

#include "desk/finding.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

// The one case that a typed number names: the only match, or the only one found by its number.
base::Result<domain::CaseId> caseNumbered(desk::Desk& desk, const std::string& typed) {
  OW_TRY(const std::vector<desk::Found> found, desk::find(desk, typed, 20));
  std::optional<domain::CaseId> named;
  for (const desk::Found& one : found) {
    const bool isByNumber = one.matched == "case_number" || one.matched == "external_no";
    if (one.kind != desk::Found::Kind::case_ || !isByNumber) continue;
    if (named) return base::fail(base::ErrorKind::invalidInput, {{"field", "case_number"}, {"rule", "not_unique"}});
    named = domain::CaseId{one.id.uuid};
  }
  if (!named) return base::fail(base::ErrorKind::notFound, {{"entity", "case"}});
  return *named;
}

}  // namespace

QString movedSentence(domain::CaseEventKind event, const QString& number) {
  using enum domain::CaseEventKind;
  switch (event) {
    case accepted:
      return CaseWork::tr("Case %1 is accepted; its clock runs.").arg(number);
    case reviewStarted:
      return CaseWork::tr("The review of case %1 has begun.").arg(number);
    case decided:
      return CaseWork::tr("The decision on case %1 is saved.").arg(number);
    case closed:
      return CaseWork::tr("Case %1 is closed.").arg(number);
    case returned:
      return CaseWork::tr("Case %1 is returned.").arg(number);
    case withdrawn:
      return CaseWork::tr("Case %1 is withdrawn.").arg(number);
    case reopened:
      return CaseWork::tr("Case %1 is open again.").arg(number);
    default:
      return CaseWork::tr("The change to case %1 is saved.").arg(number);
  }
}

CaseWork::CaseWork(Bridge& bridge, Navigator& navigator, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_navigator(navigator) {}

void CaseWork::move(const desk::Move& move, const QString& number) {
  carry(
      move.id,
      [move](desk::Desk& desk) -> base::Result<void> {
        OW_TRYV(desk::moveCase(desk, move));
        return base::success();
      },
      movedSentence(move.event, number));
}

void CaseWork::finishOnTheSpot(domain::CaseId id, domain::CaseState expected, domain::Outcome outcome, const std::string& text,
                               const QString& number) {
  carry(
      id, [=](desk::Desk& desk) { return desk::finishOnTheSpot(desk, id, expected, outcome, text); },
      tr("Case %1 is decided and closed.").arg(number));
}

void CaseWork::take(domain::CaseId id, const QString& number) {
  carry(id, [id](desk::Desk& desk) { return desk::takeCase(desk, id); }, tr("Case %1 is yours.").arg(number));
}

void CaseWork::giveBack(domain::CaseId id, const QString& number) {
  carry(
      id, [id](desk::Desk& desk) { return desk::assignCase(desk, id, std::nullopt); },
      tr("Case %1 is back with the window.").arg(number));
}

void CaseWork::assign(domain::CaseId id, const desk::Colleague& to, const QString& number) {
  carry(
      id, [id, staff = to.id](desk::Desk& desk) { return desk::assignCase(desk, id, staff); },
      tr("Case %1 is now with %2.", "number, a clerk's name").arg(number, fromCore(to.name)));
}

void CaseWork::setPriority(domain::CaseId id, domain::Priority priority, const QString& number) {
  carry(
      id, [=](desk::Desk& desk) { return desk::setPriority(desk, id, priority); },
      tr("The priority of case %1 is saved.").arg(number));
}

void CaseWork::addNote(domain::CaseId id, const std::string& text, std::shared_ptr<const domain::DraftId> draft,
                       const QString& number) {
  carry(
      id, [id, text, draft = std::move(draft)](desk::Desk& desk) { return desk::addNote(desk, id, text, *draft); },
      tr("The note stands in case %1.").arg(number));
}

void CaseWork::linkTo(domain::CaseId id, const std::string& typedNumber, domain::CaseLinkKind kind, const QString& number) {
  carry(
      id,
      [=](desk::Desk& desk) -> base::Result<void> {
        OW_TRY(const domain::CaseId other, caseNumbered(desk, typedNumber));
        return desk::linkCases(desk, id, other, kind);
      },
      tr("The link is saved in case %1.").arg(number));
}

void CaseWork::carry(domain::CaseId id, Carry work, const QString& done) {
  ++m_running;
  emit started();
  m_bridge.run(Lane::write, this, std::move(work), [this, id, done](const base::Result<void>& answer) {
    --m_running;
    if (answer) {
      m_navigator.notify(done, Navigator::Tone::done);
    } else {
      tell(answer.error());
    }
    emit finished(id, answer.has_value());
  });
}

void CaseWork::tell(const base::Error& error) {
  const auto state = base::fromCode<domain::CaseState>(error.fact("state"));
  if (error.kind == base::ErrorKind::conflict && state) {
    m_navigator.notify(
        tr("Somebody moved this case meanwhile: it now stands at “%1”. Nothing was changed and your text is kept.")
            .arg(words::of(*state)),
        Navigator::Tone::warning);
    return;
  }
  if (error.kind == base::ErrorKind::notFound && error.fact("entity") == "case") {
    m_navigator.notify(tr("No case has this number. Check it and try again; nothing was changed."), Navigator::Tone::warning);
    return;
  }
  if (error.fact("rule") == "not_unique") {
    m_navigator.notify(tr("Several cases match this number. Type all of it; nothing was changed."), Navigator::Tone::warning);
    return;
  }
  m_navigator.notify(words::sentence(error), Navigator::Tone::failed);
}

}  // namespace ow::ui
