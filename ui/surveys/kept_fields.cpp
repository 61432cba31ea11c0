// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/kept_fields.h"

#include <QJsonDocument>

#include <optional>
#include <utility>

#include "kit/bridge.h"
#include "kit/draft_keeper.h"

namespace ow::ui {

KeptFields::KeptFields(Bridge& bridge, QString form, std::function<QJsonObject()> collect, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_form(std::move(form)), m_collect(std::move(collect)) {}

KeptFields::~KeptFields() = default;  // whoever owns the fields flushes while they stand

void KeptFields::setSubject(const QString& subject) {
  if (subject == m_subject) return;
  flush();
  m_subject = subject;
  watch();
  if (!m_subject.isEmpty()) look();
}

void KeptFields::touched() {
  if (m_keeper == nullptr) return;
  m_isTouched = true;
  m_keeper->touched();
}

void KeptFields::drop() {
  if (m_keeper == nullptr) return;
  m_keeper->discard();
  watch();
}

void KeptFields::flush() {
  if (m_keeper != nullptr) m_keeper->flush();
}

KeptFields::Stored KeptFields::stored() const {
  return m_keeper != nullptr ? m_keeper->stored() : std::make_shared<const domain::DraftId>();
}

void KeptFields::watch() {
  delete m_keeper;
  m_keeper = nullptr;
  m_isTouched = false;
  if (m_subject.isEmpty()) return;
  m_keeper = new DraftKeeper(m_bridge, m_form, m_subject, m_collect, this);
  connect(m_keeper, &DraftKeeper::saved, this, &KeptFields::kept);
  connect(m_keeper, &DraftKeeper::failed, this, &KeptFields::failed);
}

std::vector<desk::Draft> KeptFields::about(desk::Desk& desk, const std::string& form, const std::string& beginning) {
  std::vector<desk::Draft> found;
  if (auto all = desk::drafts(desk))
    for (desk::Draft& draft : all.value())
      if (draft.form == form && draft.subject.starts_with(beginning)) found.push_back(std::move(draft));
  return found;
}

void KeptFields::discard(desk::Desk& desk, const Stored& draft) {
  if (!draft->isNil()) (void)desk::discardDraft(desk, *draft);
}

// On the write lane, behind every save that is still on its way.
void KeptFields::look() {
  const auto work = [form = m_form.toStdString(), subject = m_subject.toStdString()](desk::Desk& desk) {
    std::optional<desk::Draft> found;
    for (desk::Draft& draft : about(desk, form, subject))
      if (!found && draft.subject == subject) found = std::move(draft);
    return found;
  };
  m_bridge.run(Lane::write, this, work, [this, subject = m_subject](const std::optional<desk::Draft>& draft) {
    // Somebody types already: what they type goes before.
    if (!draft || subject != m_subject || m_isTouched || m_keeper == nullptr) return;
    m_keeper->adopt(draft->id);
    m_isTouched = true;
    emit restored(QJsonDocument::fromJson(QByteArray::fromStdString(draft->body)).object());
  });
}

}  // namespace ow::ui
