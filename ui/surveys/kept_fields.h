// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

#include "desk/drafts.h"

namespace ow::ui {

class Bridge;
class DraftKeeper;

// Keeps the fields of a small form durable, as a draft about one subject: another subject brings its own draft back.
class KeptFields : public QObject {
  Q_OBJECT
 public:
  using Stored = std::shared_ptr<const domain::DraftId>;

  // `form` is the stable word under which the drafts are kept; `collect` says what stands in the fields.
  KeptFields(Bridge& bridge, QString form, std::function<QJsonObject()> collect, QObject* parent);
  ~KeptFields() override;

  // Keeps what stands in the fields first; then they are the caller's to empty.
  void setSubject(const QString& subject);
  const QString& subject() const { return m_subject; }
  void touched();
  void drop();  // registered, or emptied by hand
  void flush();
  // Something was typed, or came back.
  bool isTouched() const { return m_isTouched; }
  // As DraftKeeper::stored(); nil inside while there is no draft.
  Stored stored() const;

  // Which of this clerk's drafts of that form are about subjects that begin so, the newest first; on a lane.
  static std::vector<desk::Draft> about(desk::Desk& desk, const std::string& form, const std::string& beginning);
  // At worst it comes back and is thrown away then.
  static void discard(desk::Desk& desk, const Stored& draft);

 signals:
  void restored(const QJsonObject& fields);
  void kept(ow::base::Instant at);
  void failed(const QString& sentence);

 private:
  void watch();
  void look();

  Bridge& m_bridge;
  QString m_form, m_subject;
  std::function<QJsonObject()> m_collect;
  DraftKeeper* m_keeper = nullptr;
  bool m_isTouched = false;
};

}  // namespace ow::ui
