// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

#include "desk/drafts.h"

namespace ow::ui {

class Bridge;

// Keeps one form durable: call touched() on every change; the form's text is in the store within half a second of the last key
// and at the latest one second after the first (the promise is a second). Emits saved with the time that a screen may show.
class DraftKeeper : public QObject {
  Q_OBJECT
 public:
  DraftKeeper(Bridge& bridge, QString form, QString subject, std::function<QJsonObject()> collect, QObject* parent);

  void touched();
  void adopt(domain::DraftId id);  // goes on with a draft that was restored
  domain::DraftId id() const { return m_id; }
  // The id as the write lane knows it: only work of that lane may look into it.
  std::shared_ptr<const domain::DraftId> stored() const { return m_stored; }
  void discard();  // after the form was registered, or thrown away on purpose
  void flush();    // save now (page parked, seat changed)

 signals:
  void saved(ow::base::Instant at);
  void failed(QString sentence);

 private:
  void save();

  Bridge& m_bridge;
  QString m_form, m_subject;
  std::function<QJsonObject()> m_collect;
  QTimer m_pause, m_deadline;
  domain::DraftId m_id;
  std::shared_ptr<domain::DraftId> m_stored;  // the same, as the write lane knows it; only work of that lane touches it
  bool m_isSaving = false, m_isDirty = false, m_isDiscarded = false;
};

}  // namespace ow::ui
