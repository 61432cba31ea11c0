// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/draft_keeper.h"

#include <QJsonDocument>

#include <chrono>

#include "kit/bridge.h"
#include "kit/words.h"

namespace ow::ui {

namespace {
using namespace std::chrono_literals;
// Together with the write itself they stay below the promised second.
constexpr auto kTypingPause = 400ms;
constexpr auto kDeadline = 700ms;
constexpr auto kRetry = 5s;

struct Saved {
  domain::DraftId id;
  base::Instant at;
};
}  // namespace

DraftKeeper::DraftKeeper(Bridge& bridge, QString form, QString subject, std::function<QJsonObject()> collect, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_form(std::move(form)),
      m_subject(std::move(subject)),
      m_collect(std::move(collect)),
      m_stored(std::make_shared<domain::DraftId>()) {
  for (QTimer* timer : {&m_pause, &m_deadline}) {
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, &DraftKeeper::save);
  }
}

void DraftKeeper::touched() {
  if (m_isDiscarded) return;
  m_isDirty = true;
  m_pause.start(kTypingPause);
  if (!m_deadline.isActive()) m_deadline.start(kDeadline);
}

void DraftKeeper::adopt(domain::DraftId id) {
  m_id = id;
  m_stored = std::make_shared<domain::DraftId>(id);
}

void DraftKeeper::flush() {
  if (!m_isDirty) return;
  // A save on its way does not hold this one back: whoever flushes may be gone before its answer. The write lane keeps the
  // order.
  m_isSaving = false;
  save();
}

void DraftKeeper::discard() {
  m_isDiscarded = true;
  m_isDirty = false;
  m_pause.stop();
  m_deadline.stop();
  // The write lane keeps its order, so a save that is still on its way has named its draft before this runs.
  m_bridge.run(
      Lane::write, this,
      [stored = m_stored](desk::Desk& desk) -> base::Result<void> {
        if (stored->isNil()) return base::success();
        return desk::discardDraft(desk, std::exchange(*stored, {}));
      },
      [this](const base::Result<void>& done) {
        if (!done) emit failed(words::sentence(done.error()));
      });
  m_id = {};
}

void DraftKeeper::save() {
  if (m_isDiscarded || m_isSaving) return;  // m_isDirty brings us back
  m_pause.stop();
  m_deadline.stop();
  m_isDirty = false;
  m_isSaving = true;
  desk::Draft draft;
  draft.form = m_form.toStdString();
  draft.subject = m_subject.toStdString();
  draft.body = QJsonDocument(m_collect()).toJson(QJsonDocument::Compact).toStdString();
  m_bridge.run(
      Lane::write, this,
      [draft = std::move(draft), stored = m_stored](desk::Desk& desk) mutable -> base::Result<Saved> {
        draft.id = *stored;
        OW_TRY(*stored, desk::saveDraft(desk, draft));
        return Saved{*stored, desk.clock().now()};
      },
      [this](const base::Result<Saved>& answer) {
        m_isSaving = false;
        if (m_isDiscarded) return;
        if (!answer) {
          m_isDirty = true;
          m_deadline.start(kRetry);
          emit failed(words::sentence(answer.error()));
          return;
        }
        m_id = answer.value().id;
        emit saved(answer.value().at);
        if (m_isDirty) save();
      });
}

}  // namespace ow::ui
