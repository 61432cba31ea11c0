// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_change.h"

#include "desk/refusals.h"
#include "store/schema.h"

namespace ow::desk {

using base::Result;
using domain::CaseEventKind;

namespace {

bool needsReason(CaseEventKind event) {
  return event == CaseEventKind::returned || event == CaseEventKind::withdrawn || event == CaseEventKind::reopened;
}

}  // namespace

Result<void> CaseChange::move(CaseEventKind event, std::optional<domain::Outcome> outcome,
                              const std::optional<std::string>& text) {
  const domain::CaseState from = m_after.state;
  OW_TRY(const auto to, domain::moved(from, event));
  if (event == CaseEventKind::decided && !outcome) return required("outcome");
  if (needsReason(event) && !text) return required("text");
  const base::Instant now = m_writer.now();
  m_after.state = to;
  m_after.lastEventAt = now;
  if (event == CaseEventKind::accepted) m_after.acceptedAt = now;
  if (event == CaseEventKind::decided) {
    m_after.decidedAt = now;
    m_after.outcome = outcome;
  }
  if (event == CaseEventKind::reopened) {
    m_after.closedAt.reset();
    m_after.decidedAt.reset();
    m_after.outcome.reset();
    ++m_after.reopenedCount;
  } else if (!domain::isOpen(to)) {
    m_after.closedAt = now;
  }
  append(event, from, text, settle(domain::OperationKind::transition));
  return base::success();
}

void CaseChange::event(CaseEventKind kind, const std::optional<std::string>& text) {
  m_after.lastEventAt = m_writer.now();
  settle(domain::OperationKind::patch);
  append(kind, std::nullopt, text);
}

void CaseChange::setDueTimes(const DueTimes& times) {
  applyDueTimes(m_after, times);
}

std::vector<domain::Operation> CaseChange::take() {
  settle(domain::OperationKind::patch);
  return m_writer.take();
}

void CaseChange::append(CaseEventKind kind, std::optional<domain::CaseState> from, const std::optional<std::string>& text,
                        std::optional<domain::OperationId> move) {
  m_writer.create(domain::CaseEvent{m_writer.ids().make<domain::CaseEventId>(), m_after.id, m_writer.now(), kind, from,
                                    from ? std::optional(m_after.state) : std::nullopt, m_actor, std::nullopt, text},
                  move);
}

std::optional<domain::OperationId> CaseChange::settle(domain::OperationKind kind) {
  const auto written = m_writer.change(m_before, m_after, kind);
  m_before = m_after;
  return written;
}

Result<void> takeStep(Desk::Inside& in, store::Connection& connection, CaseChange& work, CaseEventKind event,
                      std::optional<domain::Outcome> outcome, const std::optional<std::string>& text) {
  OW_TRYV(work.move(event, outcome, text));
  if (event != CaseEventKind::accepted) return base::success();
  // 行政许可法 art. 42: the limit runs from acceptance, not from the day the papers came.
  OW_TRY(const auto service, store::loadEntity<domain::Service>(connection, work.current().serviceId));
  work.setDueTimes(dueTimes(in.now(), service, in.calendarOf(work.current().jurisdiction)));
  return base::success();
}

}  // namespace ow::desk
